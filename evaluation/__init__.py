"""The measuring bench: every figure that the project states about itself, computed anew from folders of references."""
