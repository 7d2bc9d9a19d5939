"""The recipe of the language model: from treebanks and name corpora to the weights that the package ships."""
