"""Words to identities: which actor, place, day or outlet a mention stands for; where that is not clear, none."""
