import GhostHands

extension ChallengeVendor {
    /// The makers whose pages stand in the place of others.
    static let walls: [ChallengeVendor] = [
        ChallengeVendor(
            name: "cloudflare",
            title: "Cloudflare",
            box: Box(
                places: [
                    "#cf-hcaptcha-container", ".cf-captcha-container", "#captcha-bypass",
                    "[name='cf-turnstile-response']",
                ]
            ),
            page: Wall(
                elements: [
                    "#challenge-running", "#cf-challenge-running", "#challenge-form", ".cf-browser-verification",
                    "#challenge-stage", "#challenge-error-text", "#challenge-error-title", "#cf-please-wait",
                    "form[action*='__cf_chl']", "script[src*='/challenge-platform/h/'][src*='/orchestrate/']",
                    "#cf-error-details",
                ],
                scripts: [#"_cf_chl_opt\s*="#],
                answers: [Answer(header: "cf-mitigated", values: ["challenge"])]
            ),
            mayPass: true,
            own: [#"^[^/?#]*/cdn-cgi/challenge-platform/"#]
        ),
        ChallengeVendor(
            name: "datadome",
            title: "DataDome",
            window: Window(frames: [#"^geo\.captcha-delivery\.com/(captcha|interstitial)"#]),
            page: Wall(
                elements: ["script[src*='//ct.captcha-delivery.com/']"],
                scripts: [#"\bdd\s*=\s*\{[^}]*captcha-delivery\.com"#],
                answers: [Answer(header: "x-dd-b", values: ["1", "2"])],
                kind: .captcha
            ),
            own: [#"^[^/?#]*captcha-delivery\.com/"#]
        ),
        ChallengeVendor(
            name: "human",
            title: "HUMAN",
            window: Window(
                elements: ["#px-captcha", "#px-captcha-wrapper", ".px-captcha-container", "#px-captcha-modal"],
                kind: .botCheck
            ),
            page: Wall(elements: ["#px-captcha", "meta[name='description'][content='px-captcha']"]),
            own: [#"^[^/?#]*(px-cloud|px-cdn|perimeterx)\.net/"#]
        ),
        ChallengeVendor(
            name: "aws",
            title: "AWS WAF",
            box: Box(
                elements: ["awswaf-captcha"],
                places: ["#captcha-container", "script[src*='.captcha.awswaf.com/']"]
            ),
            page: Wall(
                scripts: [#"\bgokuProps\s*="#],
                answers: [Answer(header: "x-amzn-waf-action", values: ["challenge"], puzzles: ["captcha"])]
            ),
            mayPass: true,
            own: [#"^[^/?#]*awswaf\.com/"#]
        ),
        ChallengeVendor(
            name: "vercel",
            title: "Vercel",
            page: Wall(answers: [Answer(header: "x-vercel-mitigated", values: ["challenge"])]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "akamai",
            title: "Akamai",
            window: Window(
                elements: ["#sec-if-cpt-container", "#sec-cpt-if", "#sec-overlay"],
                kind: .botCheck
            ),
            page: Wall(
                elements: [
                    "script[src*='/_sec/cp_challenge/']", "iframe[src*='/_sec/cp_challenge/']", "#sec-if-cpt-container",
                ]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "kasada",
            title: "Kasada",
            page: Wall(
                elements: ["script[src*='/ips.js?']"],
                scripts: [#"\bKPSDK\s*=\s*\{"#]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "imperva",
            title: "Imperva",
            page: Wall(
                elements: [
                    "iframe#main-iframe[src*='_Incapsula_Resource']", "#distilIdentificationBlock",
                    "form#distilCaptchaForm",
                ]
            )
        ),
        ChallengeVendor(
            name: "anubis",
            title: "Anubis",
            page: Wall(elements: ["script#anubis_challenge"]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "ddosguard",
            title: "DDoS-Guard",
            page: Wall(elements: ["#ddg-l10n-title", "script[src^='/.well-known/ddos-guard/']"]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "sucuri",
            title: "Sucuri",
            page: Wall(
                elements: [".app-sucuri", "#sucuri-firewall"],
                scripts: [#"\bsucuri_cloudproxy_js\b"#]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "radware",
            title: "Radware",
            page: Wall(
                elements: ["script[src*='perfdrive.com/']", "form[action*='perfdrive.com/']"],
                scripts: [#"\bSSJSInternal\b"#]
            )
        ),
        ChallengeVendor(
            name: "f5",
            title: "F5",
            page: Wall(
                elements: ["script[src^='/TSPD/']"],
                scripts: [#"\bbobcmn\s*="#]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "siteground",
            title: "SiteGround",
            page: Wall(
                elements: ["meta[http-equiv='refresh'][content*='/.well-known/sgcaptcha/']", "form#sg-captcha"]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "reblaze",
            title: "Reblaze",
            page: Wall(scripts: [#"\brbzns\s*="#]),
            mayPass: true
        ),
        ChallengeVendor(
            name: "qrator",
            title: "Qrator",
            page: Wall(elements: ["script[src^='/__qrator/']"]),
            mayPass: true
        ),
    ]
}
