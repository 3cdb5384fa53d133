import Testing

/// Certificates of hosts that do not exist, by an authority that nobody trusts but a test that says so.
///
/// The authority is valid until 2126. All share one key, which guards nothing.
struct TestCertificate: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    /// For hooks.example.com, 2020 to 2120.
    static let good = TestCertificate(name: "good", text: Self.goodText)
    /// For hooks.example.com, until 2021.
    static let expired = TestCertificate(name: "expired", text: Self.expiredText)
    /// For hooks.example.com, from 2100.
    static let early = TestCertificate(name: "early", text: Self.earlyText)
    /// For elsewhere.example.com, 2020 to 2120.
    static let other = TestCertificate(name: "other", text: Self.otherText)

    var testDescription: String { name }

    /// Vouches for all others.
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBjjCCATOgAwIBAgIUCp7LBWEQwLmLh46LEGRpNbWvWiAwCgYIKoZIzj0EAwIw
        GzEZMBcGA1UEAwwQR2hvc3RIYW5kcyB0ZXN0czAgFw0yNjExMjgxODIwNTRaGA8y
        MTI2MTEwNDE4MjA1NFowGzEZMBcGA1UEAwwQR2hvc3RIYW5kcyB0ZXN0czBZMBMG
        ByqGSM49AgEGCCqGSM49AwEHA0IABBWzoissO6dCKdeHQEcsZaV7bYwCbHzo7Y8n
        JPYrBNsDoz1ES155SJjg2wV+hQqI6ICWVcHhy2hX/1NJ0nlSw2CjUzBRMB0GA1Ud
        DgQWBBQ0OFK7fMmScHVwGOxrSIIKKe1dVTAfBgNVHSMEGDAWgBQ0OFK7fMmScHVw
        GOxrSIIKKe1dVTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCW
        pLDn1azIvfm0lO3yoRRWIhRFHCR1MzEDja27dto3+QIhAKWC46zge/9T9qOOexvJ
        59Nh4u6EOaTiqk2ke7WIGLR5
        -----END CERTIFICATE-----
        """
    private static let goodText = """
        -----BEGIN CERTIFICATE-----
        MIIBkjCCATmgAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBHaG9zdEhh
        bmRzIHRlc3RzMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAcMRow
        GAYDVQQDDBFob29rcy5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEH
        A0IABEU7iqFhUbi1pnPvLJySXqBhnxdd4EjyAbfgh9ahTRVckpD+7GQXCq1HxxuJ
        PDPq/hplwzucjT6awjip51gHQq6jazBpMBwGA1UdEQQVMBOCEWhvb2tzLmV4YW1w
        bGUuY29tMAkGA1UdEwQCMAAwHQYDVR0OBBYEFEJpNZHLhfuqTuoYOhwtKrY/nOUg
        MB8GA1UdIwQYMBaAFDQ4Urt8yZJwdXAY7GtIggop7V1VMAoGCCqGSM49BAMCA0cA
        MEQCIHC+u37nhciq0JUaUfzVBgERyRh5ONMnI/dPAp1P+JFMAiAJ1z1uIY5UCJsF
        UPBVyvDmWFRjRxswEnFynqihrYxolQ==
        -----END CERTIFICATE-----
        """
    private static let expiredText = """
        -----BEGIN CERTIFICATE-----
        MIIBkDCCATegAwIBAgIBAjAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBHaG9zdEhh
        bmRzIHRlc3RzMB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFowHDEaMBgG
        A1UEAwwRaG9va3MuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
        AARFO4qhYVG4taZz7yyckl6gYZ8XXeBI8gG34IfWoU0VXJKQ/uxkFwqtR8cbiTwz
        6v4aZcM7nI0+msI4qedYB0Kuo2swaTAcBgNVHREEFTATghFob29rcy5leGFtcGxl
        LmNvbTAJBgNVHRMEAjAAMB0GA1UdDgQWBBRCaTWRy4X7qk7qGDocLSq2P5zlIDAf
        BgNVHSMEGDAWgBQ0OFK7fMmScHVwGOxrSIIKKe1dVTAKBggqhkjOPQQDAgNHADBE
        AiAS5Q33pWaWwBWg902Adf+KxkCn+4T05M7LiuOOzuQf2AIgQaMgArEEtoKEMMmY
        LL7Z07Kz+wrTauQo7CpSTlMTIX8=
        -----END CERTIFICATE-----
        """
    private static let earlyText = """
        -----BEGIN CERTIFICATE-----
        MIIBlDCCATugAwIBAgIBAzAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBHaG9zdEhh
        bmRzIHRlc3RzMCIYDzIxMDAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBwx
        GjAYBgNVBAMMEWhvb2tzLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAERTuKoWFRuLWmc+8snJJeoGGfF13gSPIBt+CH1qFNFVySkP7sZBcKrUfH
        G4k8M+r+GmXDO5yNPprCOKnnWAdCrqNrMGkwHAYDVR0RBBUwE4IRaG9va3MuZXhh
        bXBsZS5jb20wCQYDVR0TBAIwADAdBgNVHQ4EFgQUQmk1kcuF+6pO6hg6HC0qtj+c
        5SAwHwYDVR0jBBgwFoAUNDhSu3zJknB1cBjsa0iCCintXVUwCgYIKoZIzj0EAwID
        RwAwRAIgKL72idrUqNNOl4Qjd7v0DwHc06V6aGnRdhhWqNFHP5wCID8OV2W0gALH
        +7gyJjSlONnxDovsIAaUv7YyQRCRQS0z
        -----END CERTIFICATE-----
        """
    private static let otherText = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIBBDAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBHaG9zdEhh
        bmRzIHRlc3RzMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAgMR4w
        HAYDVQQDDBVlbHNld2hlcmUuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAARFO4qhYVG4taZz7yyckl6gYZ8XXeBI8gG34IfWoU0VXJKQ/uxkFwqt
        R8cbiTwz6v4aZcM7nI0+msI4qedYB0Kuo28wbTAgBgNVHREEGTAXghVlbHNld2hl
        cmUuZXhhbXBsZS5jb20wCQYDVR0TBAIwADAdBgNVHQ4EFgQUQmk1kcuF+6pO6hg6
        HC0qtj+c5SAwHwYDVR0jBBgwFoAUNDhSu3zJknB1cBjsa0iCCintXVUwCgYIKoZI
        zj0EAwIDSAAwRQIhANW86ghYN1TM5QOuLUSE6C72W48BVOkaHxkJqIyL0cpcAiAu
        ISHMrILt7Zgk4ppnwqfBRoW7e+pJ/i+VI+dWeqGECA==
        -----END CERTIFICATE-----
        """
    /// The key of all hosts.
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbY0tzjdPOAp0cD7n
        syPrYJCorIhsxgd55KnkJMoyEYChRANCAARFO4qhYVG4taZz7yyckl6gYZ8XXeBI
        8gG34IfWoU0VXJKQ/uxkFwqtR8cbiTwz6v4aZcM7nI0+msI4qedYB0Ku
        -----END PRIVATE KEY-----
        """
}
