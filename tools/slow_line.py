"""A line like the one to Binder, before a server on this computer: 100 ms to there and back, 2 Mbit/s each way.

Chromium's own emulation (Network.emulateNetworkConditions) slows the bytes of a web socket, not its answers: 10 bytes
were back after 12 ms with a latency of 100 ms. Pictures come through a web socket.
"""

import asyncio
from contextlib import contextmanager, suppress
from queue import Queue
from threading import Thread
from urllib.parse import urlsplit

ONE_WAY = 0.05  # seconds
BYTES_A_SECOND = 2e6 / 8


class Way:
    """One direction of the line. All connections share it, so each waits for the bytes of the others."""

    def __init__(self):
        self.free = 0.0

    async def carry(self, reader, writer):
        """Carry bytes from reader to writer, each as late as the line makes it."""
        clock = asyncio.get_running_loop().time
        arrivals = asyncio.Queue()
        delivering = asyncio.create_task(deliver(arrivals, writer))
        while data := await reader.read(4096):
            self.free = max(self.free, clock()) + len(data) / BYTES_A_SECOND
            await asyncio.sleep(self.free - clock())
            await arrivals.put((clock() + ONE_WAY, data))
        await arrivals.put((0, b""))
        await delivering


async def deliver(arrivals, writer):
    """Write what arrives when it is due, and close after the last."""
    while True:
        due, data = await arrivals.get()
        if not data:
            return writer.close()
        await asyncio.sleep(due - asyncio.get_running_loop().time())
        writer.write(data)
        await writer.drain()


async def stand(address: str, standing: Queue):
    """Listen on this computer and lead every connection to the address, until cancelled."""
    there, back = Way(), Way()

    async def connect(reader, writer):
        far_reader, far_writer = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
        ways = there.carry(reader, far_writer), back.carry(far_reader, writer)
        await asyncio.gather(*ways, return_exceptions=True)  # a page that is closed cuts its connections

    listening = await asyncio.start_server(connect, "127.0.0.1", 0)
    near = "http://{}:{}".format(*listening.sockets[0].getsockname())
    standing.put((near, asyncio.get_running_loop(), asyncio.current_task()))
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()


@contextmanager
def slow_line(address: str):
    """Yield the address at which the same server answers slowly."""
    standing = Queue()
    thread = Thread(target=lambda: asyncio.run(stand(address, standing)))
    thread.start()
    near, loop, task = standing.get()
    try:
        yield near
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
