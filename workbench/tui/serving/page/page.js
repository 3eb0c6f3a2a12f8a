// Read before the terminal's own program (textual.js): the size of its letters, the keys, and what is said when the editor ends.
"use strict";

const PHONE = 600; // CSS pixels of the page's width below which letters are smaller

window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") return;
      const [kind, words] = JSON.parse(event.data);
      if (kind === "ready") takeKeys();
      if (kind === "ended") document.getElementById("ending").textContent = words;
    });
  }
};

// The terminal's program tells the editor when it has the keys: it must be told anew where it had them before.
function takeKeys() {
  const keys = document.querySelector(".xterm-helper-textarea");
  keys.blur();
  keys.focus();
  // How many documents were opened in this page and have had the keys: who drives the page waits for it.
  document.body.dataset.documents = 1 + Number(document.body.dataset.documents ?? 0);
}

document.addEventListener("DOMContentLoaded", () => {
  const terminal = document.getElementById("terminal");
  terminal.dataset.fontSize ??= window.innerWidth < PHONE ? "13" : "16";
});
