"""A bare raise adds nothing to the traceback of the frame that raised."""
import traceback


def again():
    raise


def first():
    try:
        return [][1]
    except KeyError:
        pass
    except IndexError:
        if True:
            raise


def second():
    try:
        first()
    except IndexError:
        again()


try:
    second()
except IndexError as error:
    for frame, line in traceback.walk_tb(error.__traceback__):
        print(frame.f_code.co_name, line)
