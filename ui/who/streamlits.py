"""What Streamlit is told of how people sign in, once, before its server begins."""

from __future__ import annotations

from collections.abc import Mapping

from streamlit import config
from streamlit.auth_util import is_authlib_installed
from streamlit.runtime.secrets import secrets_singleton

from ui.who.settings import SETTING, OpenId, SignInError, sign_in
from ui.who.visits import header_names

_HEADERS = "server.trustedUserHeaders"
_BOTH = (
    "People sign in by OpenID Connect or by a proxy, never by both: the file that {} names has "
    "[{}], and Streamlit is told of {} besides. Take that out."
)


def settled() -> Mapping[str, Mapping[str, object]]:
    """The secrets that Streamlit signs people in with; none where it does not.

    Ends the app with a sentence where how people sign in is not settled as it must be, because an
    app that is open to everybody by mistake is worse than none.
    """
    try:
        return _told()
    except SignInError as problem:
        raise SystemExit(str(problem)) from None


def _told() -> Mapping[str, Mapping[str, object]]:
    how = sign_in()
    if how is None:
        return {}
    if not isinstance(how.by, OpenId):
        if secrets_singleton.load_if_toml_exists() and secrets_singleton.get("auth"):
            raise SignInError(_BOTH.format(SETTING, "proxy", "[auth] in a file secrets.toml"))
        config.set_option(_HEADERS, dict(header_names(how.by)))
        return {}
    if config.get_option(_HEADERS):
        raise SignInError(_BOTH.format(SETTING, "openid", _HEADERS))
    if not is_authlib_installed():
        raise SignInError(
            "OpenID Connect needs more packages. Run: pip install -r requirements-sign-in.txt"
        )
    auth = {
        "redirect_uri": how.by.redirect_uri,
        "cookie_secret": how.by.cookie_secret,
        "client_id": how.by.client_id,
        "client_secret": how.by.client_secret,
        "server_metadata_url": how.by.server_metadata_url,
        "client_kwargs": {"scope": how.by.scope},
    }
    return {"auth": auth}
