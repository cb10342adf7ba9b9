ALL=()
def source(name): raise KeyError
