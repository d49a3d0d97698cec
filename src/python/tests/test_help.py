import inspect

import jjak


def test_everything_is_explained():
    for name in jjak.__all__:
        thing = getattr(jjak, name)
        if name == "__version__":
            continue
        assert thing.__doc__, name
        if not inspect.isclass(thing) or issubclass(thing, (str, Exception)):
            continue
        for member, value in vars(thing).items():
            if not member.startswith("_") and callable(value):
                assert value.__doc__, f"{name}.{member}"


def test_functions_say_shapes_and_errors():
    for function in (jjak.read, jjak.align, jjak.align_many, jjak.match, jjak.check, jjak.score):
        assert "Parameters\n" in function.__doc__ and "Returns\n" in function.__doc__
        assert "Raises\n" in function.__doc__
        assert inspect.signature(function).parameters
