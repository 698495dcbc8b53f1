"""Before a model is used it understands the golden clips; until then, and if it never does, the one before stays."""

from pathlib import Path

import pytest

from agent.adapters.model_store import ModelStore, Slots
from agent.adapters.model_store.stick import Stick
from agent.adapters.system_clock import SystemClock
from agent.adapters.wav_file import read_wav
from agent.contract.messages import DeviceKind
from agent.errors import TechnicianNeededError, TemporaryError
from agent.model_trial import TrialPassed, golden_clips, run_trial
from agent.profile import DeviceProfile, SpeechSettings, find_data
from agent.speech import Engines
from tests.fakes.packaged_agent import PackagedAgent
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.tiny_model import catalogue, entry, write_files
from tests.fakes.tone_models import write_paraformer

GOLDEN = find_data("offline_models/golden")
ZH = golden_clips(GOLDEN, "zh")
RIGHT = [clip.text for clip in ZH]


@pytest.fixture
def store(tmp_path):
    """Two Mandarin models and a Korean one, installed and waiting for their trial."""
    models = [entry(name="old"), entry(name="new"), entry(name="other-ko", language="ko")]
    made = ModelStore(tmp_path / "models", catalogue(tmp_path, *models))
    for name in ("old", "new", "other-ko"):
        made.install(name, stick=Stick(write_files(tmp_path / "stick" / name)))
    return made


def _passed(store: ModelStore, *names: str) -> None:
    for name in names:
        store.judge(name, "passed")


def _try(store: ModelStore, name: str, engine: ScriptedEngine, clips=ZH) -> TrialPassed | None:
    return run_trial(store, name, clips, lambda _name: engine, lambda _what, _done, _total: None)


# ---- the clips ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "least"), [("zh", 4), ("ko", 2)])
def test_every_golden_clip_is_short_16_khz_and_has_its_text(language, least):
    clips = golden_clips(GOLDEN, language)
    assert len(clips) >= least
    for clip in clips:
        heard, notes = read_wav(clip.file, 30.0)
        assert (1 < heard.duration_s < 6, notes) == (True, ())
        assert clip.text


def test_the_golden_clips_come_with_the_licences_of_what_made_them():
    assert len(list((GOLDEN / "licences").iterdir())) >= 5


# ---- trial -------------------------------------------------------------------------------------------------------


def test_a_model_that_understands_the_clips_has_passed(store):
    assert _try(store, "new", ScriptedEngine(*RIGHT)) == TrialPassed(len(ZH), 0.0)
    assert store.status("new").trial == "passed"


def test_a_model_that_hears_other_words_has_failed_and_the_figures_are_told(store):
    with pytest.raises(TechnicianNeededError, match=r"new did not pass its trial .* 79% or more .* 50% may"):
        _try(store, "new", ScriptedEngine(*["呃"] * len(ZH)))
    assert store.status("new").trial == "failed"
    assert "golden clips wrong" in store.status("new").reason


def test_a_trial_ends_as_soon_as_it_is_lost(store):
    engine = ScriptedEngine("呃" * 1000, *RIGHT)
    with pytest.raises(TechnicianNeededError, match="golden clips wrong"):
        _try(store, "new", engine)
    assert len(engine.asked) == 1


def test_a_model_that_does_not_load_has_failed_with_its_own_reason(store):
    def broken(_name: str) -> ScriptedEngine:
        raise TechnicianNeededError("The worker of speech model new ended.")

    with pytest.raises(TechnicianNeededError, match=r"did not pass its trial and is not used\. The worker"):
        run_trial(store, "new", ZH, broken, lambda _what, _done, _total: None)
    assert store.status("new").trial == "failed"


def test_a_model_that_breaks_over_a_clip_has_failed_and_its_engine_is_closed(store):
    closed = []

    class Breaking(ScriptedEngine):
        def transcribe(self, clip, **_):
            raise TemporaryError("two workers ended")
            yield

        def close(self) -> None:
            closed.append(True)

    with pytest.raises(TechnicianNeededError, match="two workers ended"):
        _try(store, "new", Breaking())
    assert (store.status("new").trial, closed) == ("failed", [True])


def test_where_there_are_no_clips_the_model_is_untested(store):
    assert _try(store, "new", ScriptedEngine(), clips=()) is None
    assert store.status("new").trial == "untested"


def test_a_trial_that_was_interrupted_is_still_to_be_done(store):
    _passed(store, "new")

    def interrupt(_what: str, done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_trial(store, "new", ZH, lambda _name: ScriptedEngine(*RIGHT), interrupt)
    assert store.status("new").trial == "pending"


def test_a_new_check_of_the_bytes_does_not_forget_the_trial(store):
    _passed(store, "new")
    store.verify("new")
    assert store.status("new").trial == "passed"


def test_a_new_install_asks_for_a_new_trial(store, tmp_path):
    _passed(store, "new")
    (store.root / "new" / "model.bin").unlink()
    store.install("new", stick=Stick(tmp_path / "stick" / "new"))
    assert store.status("new").trial == "pending"


# ---- which one is used -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "usable"),
    [("passed", ("new", "old")), ("untested", ("new", "old")), ("pending", ("old",)), ("failed", ("old",))],
)
def test_only_a_model_that_passed_or_needs_no_trial_takes_its_place(store, new, usable):
    _passed(store, "old")
    store.judge("new", new)
    assert store.usable(["new", "old"]) == usable


def test_a_model_that_was_chosen_goes_before_the_profiles_order_in_its_language_alone(store):
    _passed(store, "old", "new", "other-ko")
    store.use("new")
    assert store.usable(["other-ko", "old"]) == ("other-ko", "new", "old")
    assert store.usable(["old", "new"]) == ("new", "old")


def test_a_model_that_a_newer_catalogue_withdrew_gives_way_to_the_next(store):
    _passed(store, "old")
    assert store.usable(["withdrawn", "old"]) == ("old",)


def test_use_remembers_the_one_before_and_goes_back_and_forth(store):
    _passed(store, "old", "new")
    store.use("old")
    store.use("new")
    assert store.chosen("zh") == Slots(model="new", previous="old")
    assert store.use_previous("zh") == "old"
    assert store.usable(["new"])[0] == "old"
    assert store.use_previous("zh") == "new"


def test_before_the_first_choice_was_the_profiles_order(store):
    _passed(store, "old", "new")
    store.use("new")
    assert store.use_previous("zh") is None
    assert store.usable(["old", "new"]) == ("old", "new")


def test_choosing_the_same_model_again_keeps_the_one_before(store):
    _passed(store, "old", "new")
    for name in ("old", "new", "new"):
        store.use(name)
    assert store.chosen("zh").previous == "old"


@pytest.mark.parametrize("trial", ["pending", "failed"])
def test_a_model_without_its_trial_cannot_be_chosen(store, trial):
    _passed(store, "old")
    store.use("old")
    store.judge("new", trial)
    with pytest.raises(TechnicianNeededError, match="has not passed its trial"):
        store.use("new")
    assert store.chosen("zh").model == "old"


def test_a_damaged_model_cannot_be_chosen_nor_gone_back_to(store):
    _passed(store, "old", "new")
    store.use("old")
    store.use("new")
    (store.root / "old" / "model.bin").write_bytes(b"-")
    for ask in (lambda: store.use("old"), lambda: store.use_previous("zh")):
        with pytest.raises(TechnicianNeededError, match="damaged"):
            ask()
    assert store.chosen("zh").model == "new"


def test_a_chosen_model_that_is_gone_makes_way_for_the_profiles_order(store):
    _passed(store, "old", "new")
    store.use("new")
    store.remove("new")
    assert store.usable(["new", "old"]) == ("old",)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"zh": 3}', b'{"zh": {"model": "unknown"}}'])
def test_a_choice_that_cannot_be_read_is_no_choice(store, content):
    _passed(store, "old")
    (store.root / ".in_use.json").write_bytes(content)
    assert store.usable(["new", "old"]) == ("old",)


def test_going_back_without_any_choice_says_how_to_choose(store):
    with pytest.raises(TechnicianNeededError, match="models use NAME"):
        store.use_previous("zh")


# ---- in the agent ------------------------------------------------------------------------------------------------


def _engines(store: ModelStore) -> Engines:
    profile = DeviceProfile(kind=DeviceKind.HEAD_UNIT, speech=SpeechSettings(models=("new", "old")))
    return Engines(profile, store, SystemClock())


def test_the_agent_keeps_the_old_model_until_the_new_one_passed_and_then_takes_it(store):
    _passed(store, "old")
    engines = _engines(store)
    assert engines.describe()["model"] == "old"
    store.judge("new", "failed")
    assert engines.describe()["model"] == "old"
    _passed(store, "new")
    assert engines.describe()["model"] == "new"
    store.use("old")
    assert engines.describe()["model"] == "old"


def test_a_running_agent_takes_the_chosen_model_with_the_next_sentence(tmp_path, monkeypatch):
    files = {path.name: path.read_bytes() for path in write_paraformer(tmp_path / "made").iterdir()}
    kind = {"engine": "sherpa", "architecture": "paraformer", "files": files}
    agent = PackagedAgent(tmp_path, entry(name="old", **kind), entry(name="new", **kind))
    monkeypatch.setenv("PYTHONPATH", str(agent.site))  # the worker runs this copy, and so trusts its catalogue
    models = ModelStore(agent.models, agent.catalogue)
    for name in ("old", "new"):
        models.install(name, stick=Stick(write_files(tmp_path / "stick", files)), trial="passed")
    profile = DeviceProfile(kind=DeviceKind.HEAD_UNIT, speech=SpeechSettings(models=("old",)))
    engines = Engines(profile, models, SystemClock())
    try:
        heard = [engines.get().model]
        models.use("new")
        heard.append(engines.get().model)
        models.use_previous("zh")
        heard.append(engines.get().model)
    finally:
        engines.close()
    assert heard == ["old", "new", "old"]


def test_an_agent_with_nothing_but_a_failed_model_says_why(store):
    store.judge("new", "failed", "It got 100% wrong.")
    with pytest.raises(TechnicianNeededError, match=r"new is here but did not pass its trial\. It got 100% wrong\."):
        _engines(store).get()


def test_the_clips_of_the_package_are_listed_once(tmp_path):
    listed = [clip.file.name for language in ("zh", "ko") for clip in golden_clips(GOLDEN, language)]
    assert sorted(listed) == sorted(path.name for path in Path(GOLDEN).glob("*.wav"))
