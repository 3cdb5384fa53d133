import GhostHands

extension ChallengeVendor {
    /// The makers that are known: first those whose boxes stand in forms, then those whose pages stand for others.
    static let known = boxes + walls

    private static let boxes: [ChallengeVendor] = [
        ChallengeVendor(
            name: "recaptcha",
            title: "reCAPTCHA",
            box: Mark(frames: [
                #"^[^/?#]*/recaptcha/(api2|enterprise)/anchor(?![^#]*[?&]size=invisible)"#
            ]),
            window: Mark(frames: [#"^[^/?#]*/recaptcha/(api2|enterprise)/bframe"#]),
            page: Mark(elements: ["form#captcha-form[action='index']"]),
            tokens: ["[name='g-recaptcha-response']"],
            places: [
                ".g-recaptcha:not([data-size=invisible])", "#recaptcha_widget_div",
                "[name='recaptcha_challenge_field']",
            ],
            own: [#"^[^/?#]*(google\.com|recaptcha\.net|gstatic\.com)/recaptcha/"#]
        ),
        ChallengeVendor(
            name: "hcaptcha",
            title: "hCaptcha",
            box: Mark(frames: [#"^[^/?#]*hcaptcha\.com/.*[#&?]frame=checkbox(?!-invisible)"#]),
            window: Mark(frames: [#"^[^/?#]*hcaptcha\.com/.*[#&?]frame=challenge"#]),
            tokens: ["[name='h-captcha-response']"],
            places: [".h-captcha:not([data-size=invisible])"],
            own: [#"^[^/?#]*hcaptcha\.com/"#]
        ),
        ChallengeVendor(
            name: "turnstile",
            title: "Turnstile",
            box: Mark(frames: [#"^challenges\.cloudflare\.com/"#]),
            mayPass: true,
            tokens: ["[name='cf-turnstile-response']"],
            places: [".cf-turnstile:not([data-size=invisible])"],
            own: [#"^challenges\.cloudflare\.com/"#]
        ),
        ChallengeVendor(
            name: "arkose",
            title: "Arkose",
            box: Mark(
                frames: [
                    #"^[^/?#]*(arkoselabs|funcaptcha)\.com/(fc/|v2/[^?#]*enforcement|[^?#]*/enforcement)"#
                ],
                elements: ["#FunCaptcha", "#fc-iframe-wrap"]
            ),
            window: Mark(elements: ["iframe[data-e2e='challenge-frame']"]),
            tokens: ["[name='verification-token']"],
            own: [#"^[^/?#]*(arkoselabs|funcaptcha)\.com/"#]
        ),
        ChallengeVendor(
            name: "geetest",
            title: "GeeTest",
            box: Mark(elements: [
                ".geetest_radar_btn", ".geetest_btn_click", ".geetest_captcha .geetest_btn",
                ".geetest_holder .geetest_btn", ".geetest_captcha .geetest_holder",
            ]),
            window: Mark(elements: [".geetest_panel_box", ".geetest_box_wrap .geetest_box", ".geetest_popup_box"]),
            tokens: [
                "[name='geetest_validate']", "[name='lot_number']", ".geetest_radar_success", ".geetest_lock_success",
            ],
            own: [#"^[^/?#]*(geetest|geevisit)\.com/"#]
        ),
        ChallengeVendor(
            name: "friendly",
            title: "Friendly Captcha",
            box: Mark(
                frames: [#"^[^/?#]*frcapi\.com/[^?#]*(widget|agent)"#],
                elements: [".frc-captcha", "frc-captcha"]
            ),
            mayPass: true,
            tokens: ["[name='frc-captcha-solution']", "[name='frc-captcha-response']"],
            own: [#"^[^/?#]*(frcapi|friendlycaptcha)\.(com|eu)/"#]
        ),
        ChallengeVendor(
            name: "altcha",
            title: "ALTCHA",
            box: Mark(elements: ["altcha-widget"]),
            mayPass: true,
            tokens: ["[name='altcha']", ".altcha[data-state='verified']"]
        ),
        ChallengeVendor(
            name: "mtcaptcha",
            title: "MTCaptcha",
            box: Mark(frames: [#"^service2?\.mtcaptcha\.com/"#]),
            tokens: ["[name='mtcaptcha-verifiedtoken']"],
            places: [".mtcaptcha"],
            own: [#"^[^/?#]*mtcaptcha\.com/"#]
        ),
        ChallengeVendor(
            name: "smartcaptcha",
            title: "SmartCaptcha",
            box: Mark(
                frames: [#"^[^/?#]*smartcaptcha[^/?#]*/[^?#]*checkbox"#],
                elements: [".CheckboxCaptcha", ".AdvancedCaptcha"]
            ),
            window: Mark(frames: [#"^[^/?#]*smartcaptcha[^/?#]*/[^?#]*advanced"#]),
            page: Mark(elements: ["form[action^='/checkcaptcha']"]),
            pageKind: .captcha,
            tokens: ["[name='smart-token']"]
        ),
        ChallengeVendor(
            name: "tencent",
            title: "Tencent Captcha",
            window: Mark(
                frames: [#"^[^/?#]*captcha\.(qcloud|qq|gtimg)\.com/"#],
                elements: ["#tcaptcha_iframe", "#tcaptcha_iframe_dy"]
            )
        ),
        ChallengeVendor(
            name: "others",
            title: "a CAPTCHA",
            box: Mark(elements: [
                "cap-widget", ".procaptcha", ".lemin-captcha", "#lemin-cropped-captcha", ".BDC_CaptchaDiv",
                "#mcaptcha__widget-container",
                ".slidercaptcha", ".nc-container", "#nc_1_wrapper", ".slide-verify",
            ]),
            tokens: [
                "[name='cap-token']", "[name='procaptcha-response']", "[name='lemin_answer']",
                "[name='mcaptcha__token']",
            ]
        ),
    ]
}
