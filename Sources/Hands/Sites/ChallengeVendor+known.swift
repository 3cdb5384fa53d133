import GhostHands

extension ChallengeVendor {
    /// The makers that are known: first those whose boxes stand in forms, then those whose pages stand for others.
    static let known = boxes + walls

    private static let boxes: [ChallengeVendor] = [
        ChallengeVendor(
            name: "recaptcha",
            title: "reCAPTCHA",
            box: Box(
                frames: [
                    #"^[^/?#]*/recaptcha/(api2|enterprise)/anchor(?![^#]*[?&]size=invisible)"#
                ],
                tokens: ["[name='g-recaptcha-response']"],
                places: [
                    ".g-recaptcha:not([data-size=invisible])", "#recaptcha_widget_div",
                    "[name='recaptcha_challenge_field']",
                ]
            ),
            window: Window(frames: [#"^[^/?#]*/recaptcha/(api2|enterprise)/bframe"#]),
            page: Wall(elements: ["form#captcha-form[action='index']"]),
            own: [#"^[^/?#]*(google\.com|recaptcha\.net|gstatic\.com)/recaptcha/"#]
        ),
        ChallengeVendor(
            name: "hcaptcha",
            title: "hCaptcha",
            box: Box(
                frames: [#"^[^/?#]*hcaptcha\.com/.*[#&?]frame=checkbox(?!-invisible)"#],
                tokens: ["[name='h-captcha-response']"],
                places: [".h-captcha:not([data-size=invisible])"]
            ),
            window: Window(frames: [#"^[^/?#]*hcaptcha\.com/.*[#&?]frame=challenge"#]),
            own: [#"^[^/?#]*hcaptcha\.com/"#]
        ),
        ChallengeVendor(
            name: "turnstile",
            title: "Turnstile",
            box: Box(
                frames: [#"^challenges\.cloudflare\.com/"#],
                tokens: ["[name='cf-turnstile-response']"],
                places: [".cf-turnstile:not([data-size=invisible])"]
            ),
            mayPass: true,
            own: [#"^challenges\.cloudflare\.com/"#]
        ),
        ChallengeVendor(
            name: "arkose",
            title: "Arkose",
            box: Box(
                frames: [
                    #"^[^/?#]*(arkoselabs|funcaptcha)\.com/(fc/|v2/[^?#]*enforcement|[^?#]*/enforcement)"#
                ],
                elements: ["#FunCaptcha", "#fc-iframe-wrap"],
                tokens: ["[name='verification-token']"]
            ),
            window: Window(elements: ["iframe[data-e2e='challenge-frame']"]),
            own: [#"^[^/?#]*(arkoselabs|funcaptcha)\.com/"#]
        ),
        ChallengeVendor(
            name: "geetest",
            title: "GeeTest",
            box: Box(
                elements: [
                    ".geetest_radar_btn", ".geetest_btn_click", ".geetest_captcha .geetest_btn",
                    ".geetest_holder .geetest_btn", ".geetest_captcha .geetest_holder",
                ],
                tokens: [
                    "[name='geetest_validate']", "[name='lot_number']", ".geetest_radar_success",
                    ".geetest_lock_success",
                ]
            ),
            window: Window(
                elements: [".geetest_panel_box", ".geetest_box_wrap .geetest_box", ".geetest_popup_box"]
            ),
            own: [#"^[^/?#]*(geetest|geevisit)\.com/"#]
        ),
        ChallengeVendor(
            name: "friendly",
            title: "Friendly Captcha",
            box: Box(
                frames: [#"^[^/?#]*frcapi\.com/[^?#]*(widget|agent)"#],
                elements: [".frc-captcha", "frc-captcha"],
                tokens: ["[name='frc-captcha-solution']", "[name='frc-captcha-response']"]
            ),
            mayPass: true,
            own: [#"^[^/?#]*(frcapi|friendlycaptcha)\.(com|eu)/"#]
        ),
        ChallengeVendor(
            name: "altcha",
            title: "ALTCHA",
            box: Box(
                elements: ["altcha-widget"],
                tokens: ["[name='altcha']", ".altcha[data-state='verified']"]
            ),
            mayPass: true
        ),
        ChallengeVendor(
            name: "mtcaptcha",
            title: "MTCaptcha",
            box: Box(
                frames: [#"^service2?\.mtcaptcha\.com/"#],
                tokens: ["[name='mtcaptcha-verifiedtoken']"],
                places: [".mtcaptcha"]
            ),
            own: [#"^[^/?#]*mtcaptcha\.com/"#]
        ),
        ChallengeVendor(
            name: "smartcaptcha",
            title: "SmartCaptcha",
            box: Box(
                frames: [#"^[^/?#]*smartcaptcha[^/?#]*/[^?#]*checkbox"#],
                elements: [".CheckboxCaptcha", ".AdvancedCaptcha"],
                tokens: ["[name='smart-token']"]
            ),
            window: Window(frames: [#"^[^/?#]*smartcaptcha[^/?#]*/[^?#]*advanced"#]),
            page: Wall(
                elements: ["form[action^='/checkcaptcha']"],
                kind: .captcha
            )
        ),
        ChallengeVendor(
            name: "tencent",
            title: "Tencent Captcha",
            window: Window(
                frames: [#"^[^/?#]*captcha\.(qcloud|qq|gtimg)\.com/"#],
                elements: ["#tcaptcha_iframe", "#tcaptcha_iframe_dy"]
            )
        ),
        ChallengeVendor(
            name: "others",
            title: "a CAPTCHA",
            box: Box(
                elements: [
                    "cap-widget", ".procaptcha", ".lemin-captcha", "#lemin-cropped-captcha", ".BDC_CaptchaDiv",
                    "#mcaptcha__widget-container",
                    ".slidercaptcha", ".nc-container", "#nc_1_wrapper", ".slide-verify",
                ],
                tokens: [
                    "[name='cap-token']", "[name='procaptcha-response']", "[name='lemin_answer']",
                    "[name='mcaptcha__token']",
                ]
            )
        ),
    ]
}
