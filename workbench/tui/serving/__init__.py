"""The editor in a browser: a server on this machine, a page, and an editor for each tab. Needs the extra `serve`."""
