"""The session: applies operations with their inverses, undoes and journals them."""
