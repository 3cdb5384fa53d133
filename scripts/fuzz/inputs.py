"""What schemathesis makes up, made worse: values that have broken services like this one. Loaded by scripts/fuzz-api."""
import base64, collections, uuid

import schemathesis
from hypothesis import strategies as st

ZALGO = "e" + "\u0301\u0317\u0336" * 2_000
FAMILY = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"
TEXTS = [
    ZALGO, FAMILY, FAMILY * 100, "\U0001F1E9\U0001F1EA" * 60, "\u202e\u2066abc", "\ufeff", "\u0000", "a\u0000b", "\uffff",
    "\U0010FFFF", "é", "e\u0301", "İ", "ß" * 255, "x" * 256, "x" * 2_049, "x" * 100_000, " ", "\t\r\n", "%00", "%zz", "%",
    "../../etc/passwd", "'; drop table gh_automation_jobs; --", "NaN", "Infinity", "null", "[]", "{}", "1e400", "-0",
    "http://[::1", "http://x:99999/", "http://\u3002/", "https://a.example/%ff?%gg#%", "file:///etc/passwd", "//x",
    "https://" + "a" * 64 + ".example/", "https://" + "a." * 130 + "example/", "HTTPS://A.EXAMPLE\\@b.example/",
]
TIMES = [
    f"{year}-01-01T00:00:00Z" for year in ("0000", "0001", "1969", "9999", "10000", "99999", "294276", "294277", "-4713", "1e9")
] + [
    "2026-02-30T00:00:00Z", "2026-02-29T12:00:00Z", "2026-02-16T24:00:00Z", "2026-02-16T23:59:60Z", "infinity", "-infinity",
    "2026-02-16T12:00:00+99:00", "2026-02-16T12:00:00+15:59", "2026-02-16T12:00:00-16:00", "2026-02-16T12:00:00", "now",
    "2026-02-16T12:00:00Z; drop", "2026-02-16T12:00:00." + "9" * 40 + "Z", "2026-W08-1", "20260216T120000Z", "epoch",
]
NUMBERS = [
    0, -0.0, -1, 1e-320, 1e308, 2**31 - 1, 2**31, -2**31 - 1, 2**53 + 1, 2**63 - 1, 2**63, -2**63 - 1, 10**30, 10**400, 0.1 + 0.2,
]
# What Python writes as an escape and no reader of UTF-8 takes.
SURROGATES = ["\ud800", "\udfff", "a\udc00b", "\ud83d", "\ude00\ud83d"]


def nested(depth, leaf="x", isList=False):
    value = leaf
    for _ in range(depth): value = [value] if isList else {"a": value}
    return value


CROWDS = [{f"{prefix}{number}": number for number in range(count)} for prefix, count in (("profil", 30_000), ("x", 5_000))]
NAMES = ["", "\u0000", ZALGO, FAMILY, "__proto__", "é", "e\u0301", "x" * 10_000, "$ref", "constructor", "\ud800"]
values = st.one_of(
    st.sampled_from(TEXTS), st.sampled_from(TIMES), st.sampled_from(NUMBERS), st.sampled_from(SURROGATES),
    st.sampled_from([None, True, False, [], {}, [None], {"": None}]),
    st.builds(nested, st.sampled_from([1, 30, 100, 500, 508, 509, 510, 511, 512, 513, 700]), st.sampled_from(["x", None]),
              st.booleans()),
    st.builds(lambda size: list(range(size)), st.sampled_from([51, 1_000, 20_000])),
)


def places(value, path=()):
    """Every place in a body at which something can stand."""
    found = [path]
    if isinstance(value, dict):
        for name in list(value)[:60]: found += places(value[name], path + (name,))
    if isinstance(value, list):
        for index in range(min(len(value), 10)): found += places(value[index], path + (index,))
    return found[:200]


def replaced(body, path, new):
    if not path: return new
    copy = dict(body) if isinstance(body, dict) else list(body)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


def worse(body):
    """A body with one value made worse, with a member more, or with a crowd of them."""
    one = st.builds(lambda path, new: replaced(body, path, new), st.sampled_from(places(body)), values)
    if not isinstance(body, dict): return one
    more = st.builds(lambda name, new: {**body, name: new}, st.sampled_from(NAMES), values)
    known = st.builds(lambda name, new: {**body, name: new}, st.sampled_from([
        "idempotency_key", "valet_task_id", "valet_user_id", "target_worker_id", "scheduled_at", "callback_url", "target_url",
        "metadata", "profile", "qa_answers", "priority", "timeout_seconds", "resume", "input_data", "max_retries", "tags",
    ]), values)
    crowd = st.builds(lambda some: {**some, **body}, st.sampled_from(CROWDS))
    return st.integers(0, 39).flatmap(lambda n: crowd if n == 0 else more if n < 8 else known if n < 24 else one)


# Bodies that are taken as they are: what is made worse in one place only gets past the other checks.
USER, PAGE, HOOK = "00000000-0000-0000-0000-000000000001", "https://boards.greenhouse.io/acme/jobs/1", "https://valet.example.com/gh"
PROFILE = {"first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
           "location": {"city": "San Francisco", "country": "US"}, "skills": ["Swift"], "years_of_experience": 8,
           "education": [{"institution": "MIT", "degree": "BS", "graduation_year": 2018}]}
JOB = {"job_type": "fill_form", "target_url": PAGE, "user_id": USER, "input_data": {"form_data": {"a": "b"}}, "metadata": {},
       "scheduled_at": "2026-02-16T12:00:00Z", "priority": 3, "tags": ["x"], "task_description": "Fill it", "max_retries": 0}
STEPS = [{"action": "fill", "locator": {"name": "email"}, "value": "{{email}}"},
         {"action": "click", "locator": {"role": "button", "name": "Submit application"}}]
GOOD = {
    "/valet/apply": {"valet_task_id": "v", "valet_user_id": USER, "target_url": PAGE, "callback_url": HOOK, "profile": PROFILE,
                     "qa_answers": {"Why?": "So"}, "priority": 5, "timeout_seconds": 300, "metadata": {}},
    "/valet/task": {"valet_task_id": "v", "valet_user_id": USER, "job_type": "scrape", "target_url": PAGE, "callback_url": HOOK,
                    "task_description": "Scrape it", "input_data": {}, "priority": 3, "timeout_seconds": 120},
    "/jobs": JOB,
    "/jobs/batch": {"jobs": [JOB, JOB], "defaults": {"priority": 2, "metadata": {"a": 1}}},
    "/manuals": {"url_pattern": "*.example.com/jobs/*", "task_pattern": "apply", "platform": "lever", "steps": STEPS},
}
GOOD["/valet/credentials/{userId}/{domain}"] = {"username": "a@b.example", "password": "x", "totp_secret": "JBSWY3DPEHPK3PXP"}
GOOD["/manuals/{id}/test"] = {"target_url": PAGE, "user_id": USER, "data": PROFILE}


def cursor(key): return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


ID = str(uuid.UUID(int=7)).encode()
OFFSETS = ["+99", "-99", "+15:59", "+00:00", "+0530", "Z", "", "+00:00:01", "+1"]
cursors = st.one_of(
    st.builds(lambda day, time, offset: cursor(ID + f" {day} {time}{offset}".encode()),
              st.sampled_from(["2026-02-16", "2026-02-30", "0000-01-01", "294277-01-01", "2099-12-31", "infinity"]),
              st.sampled_from(["12:00:00", "23:59:60", "24:00:00", "12:00:00.999999", "12:00:00." + "9" * 30]),
              st.sampled_from(OFFSETS)),
    st.builds(lambda key: cursor(ID + b" " + key), st.sampled_from(
        [b"infinity", b"-infinity", b"99999999999", b"-2147483648", b"2147483647", b"pending", b"\xff\xfe", b"\x00", b"", b"1e9"])),
    st.sampled_from(["=", "====", "%", "a", "/+", cursor(b"x"), cursor(b" "), cursor(b"\xff" * 40), "A" * 5_000]),
)
sorts = st.sampled_from([prefix + name for prefix in ("", "-") for name in
                         ("created_at", "updated_at", "started_at", "completed_at", "priority", "status", "retry_count")])
plain = st.one_of(st.sampled_from([text for text in TEXTS + TIMES if len(text) < 300]), st.sampled_from(NUMBERS).map(str))


@schemathesis.hook
def flatmap_body(context, body):
    good = GOOD.get(context.operation.path)
    base = st.just(body) if good is None else st.sampled_from([body, good, good])
    return st.one_of(base, base.flatmap(worse), base.flatmap(worse).flatmap(worse))


@schemathesis.hook
def flatmap_query(context, query):
    query = dict(query or {})
    names = [parameter.name for parameter in context.operation.query]
    if not names: return st.just(query)
    one = st.builds(lambda name, value: {**query, name: value}, st.sampled_from(names), plain)
    if "cursor" not in names: return st.one_of(st.just(query), one)
    place = st.builds(lambda sort, value: {"sort": sort, "cursor": value}, sorts, cursors)
    return st.one_of(st.just(query), one, place, place)


@schemathesis.hook
def flatmap_path_parameters(context, parameters):
    parameters = dict(parameters or {})
    if not parameters: return st.just(parameters)
    odd = st.sampled_from([text for text in TEXTS if len(text) < 300 and text.strip() and "\x00" not in text] + [KNOWN] * 40)
    return st.one_of(st.just(parameters), st.builds(lambda value: {name: value for name in parameters}, odd))


# What was made: the same requests must be tried on rows that are there, with what was made up in them.
KNOWN = str(uuid.UUID(int=7))
made = {"jobs": collections.deque(maxlen=100), "manuals": collections.deque(maxlen=20)}


def kind(path): return made["manuals" if path.startswith("/manuals") else "jobs"]


@schemathesis.hook
def after_call(context, case, response):
    if response.status_code != 201: return
    body = response.json()
    rows = [body] + body.get("jobs", [])
    kind("" if "job_id" in body else case.path).extend(row[name] for row in rows for name in ("id", "job_id") if name in row)


@schemathesis.hook
def before_call(context, case, **_):
    there = kind(case.path)
    for name, value in (case.path_parameters or {}).items():
        if value == KNOWN and there:
            case.path_parameters[name] = there[0]
            there.rotate(1)
