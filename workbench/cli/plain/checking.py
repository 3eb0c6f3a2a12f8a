"""The checks beside the prompts: a thread computes, whoever needs the findings waits as long as it wants."""

from __future__ import annotations

from queue import Empty, Queue
from threading import Thread

from workbench.editing.finder import Find
from workbench.model.document import Document
from workbench.model.pause import go_on
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
        try:
            checked = check(document, self._view.table.rows, self._find, go_on)
        except Exception as error:
            # A check that breaks, or a file that cannot be read, must not end the walk.
            checked = Checked(document, lambda findings: findings, problem=f"not checked: {error}")
        self._done.put(checked)

    def _take(self, result: Checked) -> None:
        self.problem = result.problem
        if not result.problem:
            self._view.take_findings(result.take(self._view.findings), result.places or self._view.table.places)
