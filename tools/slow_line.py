"""A slow line before a server on this computer, such as the one to Binder: 100 ms there and back, 2 Mbit/s each way.

Chromium's own emulation (Network.emulateNetworkConditions) slows the bytes of a web socket, not its answers: 10 bytes
were back after 12 ms with a latency of 100 ms. Pictures come through a web socket.
"""

import asyncio
from contextlib import contextmanager
from threading import Thread
from urllib.parse import urlsplit


async def carry(reader, writer, line: dict):
    """Carry bytes one way. All connections share the line, and each waits until it is free of the others' bytes."""
    loop = asyncio.get_running_loop()
    while data := await reader.read(4096):
        line["free"] = max(line["free"], loop.time()) + len(data) * 8 / line["bits"]
        loop.call_at(line["free"] + line["way"], writer.write, data)
        await asyncio.sleep(line["free"] - loop.time())
    loop.call_at(line["free"] + line["way"] + 0.01, writer.close)  # after the last bytes


@contextmanager
def slow_line(address: str, seconds: float = 0.1, bits: float = 2e6):
    """Yield the address at which the same server answers slowly. seconds: there and back; bits: a second, each way."""
    loop = asyncio.new_event_loop()
    there, back = ({"free": 0.0, "bits": bits, "way": seconds / 2} for _ in range(2))

    async def connect(reader, writer):
        far_reader, far_writer = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
        ways = carry(reader, far_writer, there), carry(far_reader, writer, back)
        await asyncio.gather(*ways, return_exceptions=True)  # a page that is closed cuts its connections

    listening = loop.run_until_complete(asyncio.start_server(connect, "127.0.0.1", 0))
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield "http://{}:{}".format(*listening.sockets[0].getsockname())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
