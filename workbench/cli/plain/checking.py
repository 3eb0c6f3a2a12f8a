"""The checks beside the prompts: a thread computes, whoever needs the findings waits as long as it wants."""

from __future__ import annotations

from queue import Empty, Queue
from threading import Thread

from workbench.model.document import Document
from workbench.tui.findings import locate
from workbench.tui.services import Find
from workbench.tui.view import View
from workbench.tui.work.checking import Checked, check


class Checking:
    """Runs the checks on the document of a view whenever it changed. `problem` says why there are no findings."""

    def __init__(self, view: View, find: Find) -> None:
        self.problem = ""
        self._view = view
        self._find = find
        self._done: Queue[Checked] = Queue()
        self._at_work = False
        self._checked: Document | None = None

    def is_fresh(self, seconds: float | None) -> bool:
        """Let the view have the findings of its document as it is now, waiting so long at most (None: until they are there).

        Returns whether it has them.
        """
        while self._checked is not self._view.session.document:
            if not self._at_work:
                self._at_work = True
                # A daemon: leaving does not wait for it, and a long document takes its time.
                Thread(target=self._check, args=(self._view.session.document,), daemon=True).start()
            try:
                result = self._done.get(timeout=seconds)
            except Empty:
                return False
            self._at_work = False
            self._checked = result.document
            if result.document is self._view.session.document:
                self._take(result)
        return True

    def _check(self, document: Document) -> None:
        self._done.put(check(document, self._find))

    def _take(self, result: Checked) -> None:
        self.problem = result.problem
        if not result.problem:
            self._view.take_findings(locate(result.findings, result.segments, self._view.table), result.places)
