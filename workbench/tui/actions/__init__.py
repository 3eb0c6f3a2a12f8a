"""All that the editor can do, one file a group of actions: bindings, footer, palette, help and documentation come from them."""
