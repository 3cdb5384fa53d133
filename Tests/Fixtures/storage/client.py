"""Uses a server's storage as somebody with Supabase's client does; says nothing when all is as it should be.

Arguments: the server's URL and a key.
"""
import sys
import urllib.error
import urllib.request

from storage3 import create_client
from storage3.exceptions import StorageApiError

base, key = sys.argv[1:]
headers = {"apikey": key, "Authorization": f"Bearer {key}"}
storage = create_client(f"{base}/storage/v1/", headers, is_async=False)
files = storage.from_("resumes")
body = bytes(range(256)) * 64 + b"\r\n--boundary\r\n"


def refused(status, act):
    """Does something that must be refused with a status."""
    try: act()
    except StorageApiError as error: assert str(error.status) == str(status), error
    else: raise AssertionError(f"not refused: {status}")


def opened(url):
    with urllib.request.urlopen(url) as reply: return reply.read(), reply.headers


sent = files.upload("alice/r\u00e9sum\u00e9.pdf".replace("\u00e9", "e"), body, {"content-type": "application/pdf"})
assert sent.full_path == "resumes/alice/resume.pdf", sent
assert files.download("alice/resume.pdf") == body
refused(409, lambda: files.upload("alice/resume.pdf", b"other"))
files.upload("alice/resume.pdf", b"other", {"upsert": "true"})
assert files.download("alice/resume.pdf") == b"other"
files.update("alice/resume.pdf", body, {"content-type": "application/pdf"})
refused(404, lambda: files.update("alice/nothing.pdf", b"x"))
refused(404, lambda: files.download("alice/nothing.pdf"))
refused(400, lambda: files.upload("alice/.hidden", b"x"))
assert files.exists("alice/resume.pdf") and not files.exists("alice/nothing.pdf")
assert files.info("alice/resume.pdf")["size"] == len(body)

files.upload("alice/a letter (2).txt", b"letter")
files.upload("alice/more/b.txt", b"b")
names = [row["name"] for row in files.list("alice")]
assert names == ["a letter (2).txt", "more", "resume.pdf"], names
assert files.list("alice")[1]["id"] is None and files.list("alice")[2]["metadata"]["size"] == len(body)
assert [row["name"] for row in files.list("alice", {"limit": 1, "offset": 2})] == ["resume.pdf"]
assert [row["name"] for row in files.list("alice", {"sortBy": {"column": "name", "order": "desc"}})][0] == "resume.pdf"
assert [row["name"] for row in files.list("alice", {"search": "letter"})] == ["a letter (2).txt"]
assert [row["name"] for row in files.list()] == ["alice"] and files.list("nobody") == []

link = files.create_signed_url("alice/a letter (2).txt", 60)["signedURL"]
assert opened(link)[0] == b"letter", link
named = files.create_signed_url("alice/resume.pdf", 60, {"download": True})["signedURL"]
assert "attachment" in opened(named)[1]["content-disposition"]
both = files.create_signed_urls(["alice/resume.pdf", "alice/nothing.pdf"], 60)
assert opened(both[0]["signedURL"])[0] == body and both[1]["error"], both
refused(404, lambda: files.create_signed_url("alice/nothing.pdf", 60))
try: opened(link.replace("letter", "lettes"))
except urllib.error.HTTPError as error: assert error.code == 403
else: raise AssertionError("a link opened another file")

assert "resumes" in [bucket.id for bucket in storage.list_buckets()] and storage.get_bucket("screenshots").public is False
refused(404, lambda: storage.get_bucket("nothing"))
removed = files.remove(["alice/resume.pdf", "alice/nothing.pdf"])
assert [row["name"] for row in removed] == ["alice/resume.pdf"], removed
assert not files.exists("alice/resume.pdf")

for wrong in ({}, {"apikey": "wrong", "Authorization": "Bearer wrong"}):
    refused(403, lambda: create_client(f"{base}/storage/v1/", wrong, is_async=False).from_("resumes").list())
print("done")
