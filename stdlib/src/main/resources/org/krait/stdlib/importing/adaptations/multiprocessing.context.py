# A Java machine cannot be forked: processes start afresh, as they do on Windows.
del _concrete_contexts['fork'], _concrete_contexts['forkserver']
_default_context._default_context = _concrete_contexts['spawn']


def get_all_start_methods(self):
    """Returns a list of the supported start methods, default first."""
    return list(_concrete_contexts)


DefaultContext.get_all_start_methods = get_all_start_methods
del get_all_start_methods
