import GhostHands

extension ChallengeVendor {
    /// The makers whose pages stand in the place of others.
    static let walls: [ChallengeVendor] = [
        ChallengeVendor(
            name: "cloudflare",
            title: "Cloudflare",
            page: Mark(
                elements: [
                    "#challenge-running", "#cf-challenge-running", "#challenge-form", ".cf-browser-verification",
                    "#challenge-stage", "#challenge-error-text", "#challenge-error-title", "#cf-please-wait",
                    "form[action*='__cf_chl']", "script[src*='/challenge-platform/h/'][src*='/orchestrate/']",
                    "#cf-error-details",
                ],
                scripts: [#"_cf_chl_opt\s*="#]
            ),
            mayPass: true,
            places: [
                "#cf-hcaptcha-container", ".cf-captcha-container", "#captcha-bypass", "[name='cf-turnstile-response']",
            ],
            own: [#"^[^/?#]*/cdn-cgi/challenge-platform/"#],
            answers: [Answer(header: "cf-mitigated", values: ["challenge"])]
        ),
        ChallengeVendor(
            name: "datadome",
            title: "DataDome",
            window: Mark(frames: [#"^geo\.captcha-delivery\.com/(captcha|interstitial)"#]),
            page: Mark(
                elements: ["script[src*='//ct.captcha-delivery.com/']"],
                scripts: [#"\bdd\s*=\s*\{[^}]*captcha-delivery\.com"#]
            ),
            pageKind: .captcha,
            own: [#"^[^/?#]*captcha-delivery\.com/"#],
            answers: [Answer(header: "x-dd-b", values: ["1", "2"])]
        ),
        ChallengeVendor(
            name: "human",
            title: "HUMAN",
            window: Mark(elements: ["#px-captcha", "#px-captcha-wrapper", ".px-captcha-container", "#px-captcha-modal"]
            ),
            windowKind: .botCheck,
            page: Mark(elements: ["#px-captcha", "meta[name='description'][content='px-captcha']"]),
            own: [#"^[^/?#]*(px-cloud|px-cdn|perimeterx)\.net/"#]
        ),
        ChallengeVendor(
            name: "aws",
            title: "AWS WAF",
            box: Mark(elements: ["awswaf-captcha"]),
            page: Mark(scripts: [#"\bgokuProps\s*="#]),
            mayPass: true,
            places: ["#captcha-container", "script[src*='.captcha.awswaf.com/']"],
            own: [#"^[^/?#]*awswaf\.com/"#],
            answers: [Answer(header: "x-amzn-waf-action", values: ["challenge"], puzzles: ["captcha"])]
        ),
        ChallengeVendor(
            name: "vercel",
            title: "Vercel",
            mayPass: true,
            answers: [Answer(header: "x-vercel-mitigated", values: ["challenge"])]
        ),
        ChallengeVendor(
            name: "akamai",
            title: "Akamai",
            window: Mark(elements: ["#sec-if-cpt-container", "#sec-cpt-if", "#sec-overlay"]),
            windowKind: .botCheck,
            page: Mark(elements: [
                "script[src*='/_sec/cp_challenge/']", "iframe[src*='/_sec/cp_challenge/']", "#sec-if-cpt-container",
            ]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "kasada",
            title: "Kasada",
            page: Mark(elements: ["script[src*='/ips.js?']"], scripts: [#"\bKPSDK\s*=\s*\{"#]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "imperva",
            title: "Imperva",
            page: Mark(elements: [
                "iframe#main-iframe[src*='_Incapsula_Resource']", "#distilIdentificationBlock",
                "form#distilCaptchaForm",
            ])
        ),
        ChallengeVendor(
            name: "anubis",
            title: "Anubis",
            page: Mark(elements: ["script#anubis_challenge"]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "ddosguard",
            title: "DDoS-Guard",
            page: Mark(elements: ["#ddg-l10n-title", "script[src^='/.well-known/ddos-guard/']"]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "sucuri",
            title: "Sucuri",
            page: Mark(elements: [".app-sucuri", "#sucuri-firewall"], scripts: [#"\bsucuri_cloudproxy_js\b"#]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "radware",
            title: "Radware",
            page: Mark(
                elements: ["script[src*='perfdrive.com/']", "form[action*='perfdrive.com/']"],
                scripts: [#"\bSSJSInternal\b"#]
            )
        ),
        ChallengeVendor(
            name: "f5",
            title: "F5",
            page: Mark(elements: ["script[src^='/TSPD/']"], scripts: [#"\bbobcmn\s*="#]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "siteground",
            title: "SiteGround",
            page: Mark(elements: ["meta[http-equiv='refresh'][content*='/.well-known/sgcaptcha/']", "form#sg-captcha"]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "reblaze",
            title: "Reblaze",
            page: Mark(scripts: [#"\brbzns\s*="#]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "qrator",
            title: "Qrator",
            page: Mark(elements: ["script[src^='/__qrator/']"]),
            mayPass: true
        ),
    ]
}
