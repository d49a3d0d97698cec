import jjak
import pytest


@pytest.fixture
def kept(pair, tmp_path):
    path = tmp_path / "harbor.jjak"
    pair.save(path)
    return path


def test_work_is_accepted_and_saved(kept):
    with jjak.Project.open(kept) as project:
        assert project.accept(3).accept([5, -1]).accept(slice(10, 12)) is project
        assert project.save() is None
    with jjak.Project.open(kept) as project:
        assert [bead.row for bead in project if bead.state == "accepted"] == [3, 5, 10, 11, 27]
        assert project.undo() and project.redo() and not project.redo()


def test_one_line_is_enough(kept):
    jjak.Project.open(kept).accept(3).save()
    assert jjak.Project.open(kept)[3].state == "accepted"


def test_nothing_is_written_before_it_is_saved(kept):
    before = kept.read_bytes()
    with jjak.Project.open(kept) as project:
        project.flag(0).judge(1, "free").annotate(2, "see the Korean")
        assert (project[0].state, project[1].verdict, project[2].note) == (
            "flagged",
            "free",
            "see the Korean",
        )
    assert kept.read_bytes() == before
    with pytest.raises(jjak.ProjectError, match="is closed"):
        project.save()


def test_a_project_is_open_once(kept):
    with jjak.Project.open(kept):
        with pytest.raises(jjak.ProjectError, match="open in another window"):
            jjak.Project.open(kept)
        looked_at = jjak.Project.open(kept, read_only=True)
        with pytest.raises(jjak.ProjectError, match="read_only"):
            looked_at.save()


def test_work_is_not_replaced_unasked(kept, pair):
    jjak.Project.open(kept).accept(0).save()
    with pytest.raises(jjak.ProjectError, match="holds work that would be lost"):
        pair.save(kept)
    beside = pair.save(kept, replace=True)
    assert jjak.Project.open(beside)[0].state == "accepted"
    assert jjak.Project.open(kept)[0].state == "unreviewed"


def test_rows_that_are_not_there_are_refused(kept):
    project = jjak.Project.open(kept)
    for edit in (lambda: project.accept(99), lambda: project.judge(-40, None)):
        with pytest.raises(IndexError):
            edit()
    with pytest.raises(ValueError, match="a verdict is"):
        project.judge(0, "good")


def test_what_is_no_project_is_told(tmp_path):
    with pytest.raises(jjak.ProjectError, match="no such project"):
        jjak.Project.open(tmp_path / "nowhere.jjak")
    (tmp_path / "a.jjak").write_text("{}\n")
    with pytest.raises(jjak.ProjectError, match="no Jjak project"):
        jjak.Project.open(tmp_path / "a.jjak")
