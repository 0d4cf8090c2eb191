"""Where an address leads, for the check and for the form."""

from __future__ import annotations

import re
from ipaddress import ip_address
from itertools import product

import pytest

from macros.source.web_address import INSIDE, INSIDE_NUMBERS, destination, is_mail_link, is_private
from tests.support.cases import for_each

PRIVATE = """
    localhost LOCALHOST. printer.local rota.lan rota.home rota.corp rota.internal rota.intranet rota.private rota.localdomain
    server1 rota1.lan
    home.arpa files.home.arpa a.localhost rota.onion intranet intranet.trust.nhs.uk staff.intranet.trust.nhs.uk nww.trust.nhs.uk
    forms.nww.trust.nhs.uk internal.nhs.net
    0 127.1 127.0.0.1 10.0.0.7 172.16.0.1 192.168.1 169.254.169.254 100.64.0.1 100.127.255.255 2130706433 0x7f.1 0x7f000001
    0177.0.0.1 127%2e0.0.1 %6c%6f%63%61%6c%68%6f%73%74 \uff11\uff12\uff17.0.0.1 127\u30020\u30020\u30021 224.0.0.1 255.255.255.255
    [::1] [::] [fd00::1] [fe80::1] [fe80::1%25eth0] [::ffff:10.0.0.1] [::ffff:7f00:1] [ff02::1] [2001:db8::1]
""".split()
PUBLIC = """
    www.example.org www.example.org. nhs.uk www.leeds.nhs.uk newww.leeds.nhs.uk intranets.org internal-comms.nhs.uk local.gov.uk
    www.lan.org homeware.org my_site.example.org xn--lln-0ra.cymru www.ll\u0177n.cymru portal.nhs.net corporation.com
    127.org www.example.co1 8.8.8.8 9.9.9.9 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 [2606:4700::1111] [::ffff:8.8.8.8]
""".split()
NOWHERE = """
    https:// https:///x https:/x.org https:x http:x HTTP:x http://?x http://#x http://:443/x http://. http://../ https://www..org
    https://.org https://www.example.org:0/ https://www.example.org:99999/ https://www.example.org:http/ https://a%20b.org
    https://1.2.3.4.5/ https://999.1.1.1/ https://08.1/ https://[x]/ https://[::1 https://nhs.uk\uff20example.org/
    mailto:team@example.org ftp://www.example.org //www.example.org www.example.org
""".split()


@for_each("host", PRIVATE)
def test_only_some_computers_reach_a_private_host(host: str) -> None:
    leads_to = destination(f"https://{host}/page")
    assert leads_to
    assert is_private(leads_to.host)


@for_each("host", PUBLIC)
def test_every_reader_reaches_a_public_host(host: str) -> None:
    leads_to = destination(f"https://{host}/page")
    assert leads_to
    assert not is_private(leads_to.host)


@for_each("address", NOWHERE)
def test_some_addresses_lead_nowhere(address: str) -> None:
    assert destination(address) is None


def test_what_is_before_the_host_and_after_it_is_told_apart() -> None:
    leads_to = destination("https://www.nhs.uk:secret@evil.example:8443/a@b?c=d@e")
    assert leads_to
    assert (leads_to.host, leads_to.port, leads_to.user, leads_to.password) == (
        "evil.example", 8443, "www.nhs.uk", "secret",
    )  # fmt: skip
    plain = destination("https://www.example.org/@team?to=team@example.org")
    assert plain
    assert (plain.port, plain.user) == (None, None)


@pytest.mark.thorough
def test_the_form_knows_the_same_numbers() -> None:
    """Every network that is not public starts where the third number changes, or is a part of one that starts there."""
    private = re.compile(f"{INSIDE.pattern}|{INSIDE_NUMBERS.pattern}")
    seconds = {0, 1, 15, 16, 17, 18, 19, 20, 31, 32, 51, 63, 64, 127, 128, 167, 168, 169, 253, 254, 255}
    for first, second, third in product(range(256), seconds, (0, 1, 2, 3, 100, 113, 255)):
        host = f"{first}.{second}.{third}.1"
        assert (private.fullmatch(host) is not None) is is_private(host), host
    for host in ("::1", "fd00::1", "fe80::1", "2001:db8::1", "2606:4700::1111", "ff02::1", "::ffff:a00:1", "3fff::1"):
        assert (private.fullmatch(f"[{host}]") is not None) is is_private(host), ip_address(host)


@for_each(
    "address",
    [
        "mailto:team@example.org", "MAILTO:team@example.org?subject=Tea", "mailto:team@example.org,rota@example.org",
        "mailto:team@example.org; rota@example.org", "mailto:team%40example.org", "mailto:?to=team@example.org",
        "mailto:?subject=Tea&to=team@example.org", "mailto:t\u00eem@ll\u0177n.cymru", "mailto:a.b+c_d-e'f@mail.example.org",
    ],
)  # fmt: skip
def test_a_link_writes_to_a_mailbox(address: str) -> None:
    assert is_mail_link(address)


@for_each(
    "address",
    [
        "mailto:", "mailto:team", "mailto:team@", "mailto:@example.org", "mailto:team@example", "mailto:%20",
        "mailto:?subject=Tea", "mailto:team@example.org,", "mailto:team@example.org,rota", "mailto://example.org",
        "mailto:team@@example.org", "mailto:team@.org",
    ],
)  # fmt: skip
def test_a_link_without_a_mailbox_writes_to_nobody(address: str) -> None:
    assert not is_mail_link(address)
