import sys
print(__name__, __file__, sys.argv, sys.path[0], __spec__ is None, __cached__, __package__)
