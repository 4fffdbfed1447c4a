"""A session is answered what the pages ask, and told nothing of the machine."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.runtime_util import (
    get_max_message_size_bytes,
    get_max_widget_state_size_bytes,
)

from footprint.shelf.texts import _MOST_IN_TAB
from ui.gate.messages import LONGEST, Pace, asked, told


def test_who_asks_faster_than_anybody_can_read_waits() -> None:
    pace = Pace(at_once=3, a_second=2)
    assert [pace.wait(100.0) for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    # Heard when its turn came, and then as fast as is allowed.
    assert pace.wait(101.0) == 0.5
    assert pace.wait(110.0) == 0


@pytest.mark.parametrize(
    ("asks", "answered"),
    [
        ({"rerun_script": {"query_string": ""}}, True),
        ({"stop_script": True}, True),
        ({"app_heartbeat": True}, True),
        ({"file_urls_request": {"request_id": "1", "file_names": ["a"] * 20}}, True),
        ({"file_urls_request": {"request_id": "1", "file_names": ["a"] * 21}}, False),
        ({"backend_operation_request": {"deferred_file": {"file_id": "1"}}}, True),
        ({"load_git_info": True}, False),
        ({"set_run_on_save": True}, False),
        ({"debug_shutdown_runtime": True}, False),
        ({"debug_disconnect_websocket": True}, False),
        ({"backend_operation_request": {"install_skills": {}}}, False),
        ({"backend_operation_request": {"dismiss_skills_nudge": {}}}, False),
        ({"backend_operation_request": {}}, False),
    ],
)
def test_what_no_page_asks_is_not_heard(asks: dict, answered: bool) -> None:
    assert asked(BackMsg(**asks).SerializeToString()).allowed == answered


def test_every_kind_of_message_was_thought_of() -> None:
    kinds = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    heard = {"rerun_script", "stop_script", "clear_cache", "file_urls_request", "app_heartbeat"}
    unheard = {"load_git_info", "set_run_on_save"}
    unheard |= {"debug_shutdown_runtime", "debug_disconnect_websocket"}
    assert kinds == heard | unheard | {"backend_operation_request"}


@pytest.mark.parametrize(
    ("tells", "ended"),
    [
        ({"script_finished": ForwardMsg.FINISHED_SUCCESSFULLY}, True),
        ({"script_finished": ForwardMsg.FINISHED_EARLY_FOR_RERUN}, False),
        ({"backend_operation_response": {"request_id": "1"}}, True),
        ({"session_status_changed": {"run_on_save": True}}, False),
    ],
)
def test_a_turn_ends_with_what_was_asked_for(tells: dict, ended: bool) -> None:
    read = told(ForwardMsg(**tells).SerializeToString())
    assert (read.ends_run or read.ends_work) == ended


def test_one_message_and_what_is_kept_of_it_are_bounded() -> None:
    # A pack that a tab kept comes back in one message, with the rest of its page.
    assert 4 * _MOST_IN_TAB < LONGEST <= get_max_widget_state_size_bytes() < 3_000_000
    assert get_max_message_size_bytes() <= 10_000_000


def test_what_is_no_message_is_for_the_server_to_refuse() -> None:
    assert asked(b"\xff\xff").allowed
    assert asked(b"").allowed


def test_nobody_is_told_where_the_app_lies_or_which_machine_it_is() -> None:
    new = ForwardMsg()
    new.new_session.main_script_path = "/opt/a/folder/app.py"
    new.new_session.main_script_hash = "abc"
    new.new_session.initialize.user_info.installation_id = "a-machine"
    heard = ForwardMsg.FromString(told(new.SerializeToString()).content)
    assert heard.new_session.main_script_path == "app.py"
    assert heard.new_session.main_script_hash == "abc"
    assert b"a-machine" not in heard.SerializeToString()


def test_other_messages_are_passed_on_as_they_are() -> None:
    new = ForwardMsg()
    new.delta.new_element.markdown.body = "app.py"
    content = new.SerializeToString()
    assert told(content).content == content
