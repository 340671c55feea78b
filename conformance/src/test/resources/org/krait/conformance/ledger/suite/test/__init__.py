# Stands before CPython's own package and lets it shine through.
__path__ = __import__("pkgutil").extend_path(__path__, __name__)
