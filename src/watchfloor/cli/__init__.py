"""The commands. They parse, call one room or the main path, and print; they decide nothing about texts."""
