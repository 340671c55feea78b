def copy(source, target):
    for line in source:
        try:
            with open(target) as out, lock:
                if not line:
                    continue
                return out.write(line)
        except (OSError, ValueError) as error:
            break
        finally:
            count()
    else:
        while 0 < tries < 9:
            tries -= 1

def grouped():
    try:
        work()
    except* OSError as group:
        report(group)
    except* ValueError:
        pass
