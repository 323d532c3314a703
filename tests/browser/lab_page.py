"""A bare page that shows a lab: its only host is a model object of a few lines, and this Python.

So the labs need nothing of JupyterLab, and a test of one takes a second.
"""

import json

from helpers.labs.lab import Lab
from helpers.labs.widget import panel_widget

MODEL = """(lab) => {
    const listeners = [];
    const tell = (message) => listeners.forEach((listener) => listener(message));
    const model = {
        get: (name) => ({lab})[name],
        on: (event, listener) => { if (event === 'msg:custom') listeners.push(listener); },
        off: (event, listener) => { if (event === 'msg:custom') listeners.splice(listeners.indexOf(listener), 1); },
        send: async (message) => {
            window.asked += 1;
            (await toPython(message)).forEach(tell);
            window.asked -= 1;
        },
    };
    window.asked = 0;  // messages that are under way
    window.tell = tell;
    const address = URL.createObjectURL(new Blob([window.script], {type: 'text/javascript'}));
    return import(address).then(({default: {initialize, render}}) => {
        initialize({model});
        window.show = () => document.querySelector('main').appendChild(document.createElement('div'));
        window.view = () => render({model, el: show()});
        view();
    });
}"""
PAGE = (
    "<!doctype html><html lang='en'><title>A lab</title><body style='font: 14px sans-serif; margin: 8px'><main></main>"
)


class LabPage:
    """A lab in a bare page. requests: what the page asked for; replies: what it was answered."""

    def __init__(self, page, lab: Lab):
        page.set_default_timeout(10_000)
        self.page, self.lab, self.requests, self.replies = page, lab, [], []
        lab.listen(lambda message: self.replies.append(json.loads(json.dumps(message))))
        page.goto("about:blank")  # what the lab before was answered stays behind
        page.set_content(PAGE)
        page.add_style_tag(content=panel_widget(Lab)._css)
        page.evaluate("(text) => { window.script = text; }", panel_widget(Lab)._esm)
        try:
            page.expose_function("toPython", lambda message: page.lab_page.receive(message))
        except Exception as error:  # the page was here before, for another lab
            if "already" not in str(error):
                raise
        page.lab_page = self
        page.evaluate(MODEL, {**lab.layout(), **lab.message()})

    def receive(self, message):
        """Take what the page sends, and return what it is answered."""
        self.requests.append(message)
        before = len(self.replies)
        self.lab.receive(message)
        return self.replies[before:]

    def move(self, state: dict):
        """Move the lab in Python, and wait until the page shows it."""
        before = len(self.replies)
        self.lab.set(**state)
        self.page.evaluate("(messages) => messages.forEach(tell)", self.replies[before:])
        return self.settled()

    def settled(self):
        """Wait until no message is under way, and assert that the page shows what Python has."""
        self.page.wait_for_function("() => asked === 0")
        captions = self.page.locator(".lab-caption").all_text_contents()
        assert captions == [self.lab.caption] * len(captions)
        return self
