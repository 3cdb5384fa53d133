extension HiringSite {
    /// The platforms that are known; what two could claim belongs to the first.
    static let known: [HiringSite] = [
        HiringSite(
            name: "greenhouse",
            title: "Greenhouse",
            hosts: ["greenhouse.io"],
            marks: [
                "#grnhse_app", "#grnhse_iframe", "form#application-form.application--form",
                "form#application_form[action*='greenhouse']", "#app_body #application #main_fields",
                "meta[property='og:url'][content*='greenhouse.io']",
            ]
        ),
        HiringSite(
            name: "lever",
            title: "Lever",
            hosts: ["lever.co"],
            marks: [
                "form#application-form .application-question [data-qa]", "body.application .posting-headline",
                "[data-qa='btn-apply-bottom']", "meta[property='og:url'][content*='jobs.lever.co']",
            ]
        ),
        HiringSite(
            name: "workday",
            title: "Workday",
            hosts: ["myworkdayjobs.com", "myworkdaysite.com", "myworkday.com"],
            marks: [
                "[data-automation-id='applyFlowPage']", "[data-automation-id='jobPostingHeader']",
                "[data-automation-id^='formField-']", "[data-automation-id='adventureButton']",
            ],
            form: WizardForm(
                stepMarks: ["[data-automation-id=progressBarActiveStep]"],
                submenuMarks: ["[data-automation-id*=promptSubcategory i]"],
                sections: [
                    "My Information", "My Experience", "Application Questions", "Voluntary Disclosures",
                    "Self Identify",
                    "Review",
                ]
            ),
            wantsAccount: true,
            arrival: .seconds(15),
            confirms: Confirmation(
                paths: ["completed"],
                phrases: ["application submitted"]
            )
        ),
        HiringSite(
            name: "icims",
            title: "iCIMS",
            hosts: ["icims.com"],
            marks: [
                "#icims_content_iframe", ".iCIMS_MainWrapper", "[class*='iCIMS_ApplyOnlineButton']", ".iCIMS_Forms",
            ],
            wantsAccount: true,
            arrival: .seconds(10),
            confirms: Confirmation(
                phrases: ["you have successfully completed", "thank you for completing"]
            )
        ),
        HiringSite(
            name: "taleo",
            title: "Taleo",
            hosts: ["taleo.net"],
            marks: [
                "[id^='requisitionDescriptionInterface']", "form[name='ftlform']", "[id*='dialogTemplate-dialogForm']",
            ],
            form: WizardForm(
                sections: [
                    "Personal Information", "Job-Specific Questions", "Education", "Experience", "Attachments",
                    "Diversity",
                    "eSignature", "Summary",
                ]
            ),
            wantsAccount: true,
            arrival: .seconds(10),
            confirms: Confirmation(
                phrases: ["process completed", "submission is complete", "your profile has been received"]
            )
        ),
        HiringSite(
            name: "smartrecruiters",
            title: "SmartRecruiters",
            hosts: ["smartrecruiters.com"],
            marks: ["oc-app", "oc-oneclick-form", "spl-form-field", "[data-test='oneclick-application']"],
            form: WizardForm(
                sections: ["My profile", "Experience", "Education", "Screening questions"]
            ),
            arrival: .seconds(10),
            confirms: Confirmation(
                phrases: ["your application is on its way"]
            )
        ),
        HiringSite(
            name: "linkedin",
            title: "LinkedIn",
            hosts: ["linkedin.com"],
            marks: [".jobs-easy-apply-modal", ".jobs-apply-button", "[data-test-modal-id='easy-apply-modal']"],
            form: WizardForm(
                sections: ["Contact info", "Resume", "Additional questions", "Review your application"]
            ),
            wantsAccount: true,
            confirms: Confirmation(
                phrases: ["your application was sent to"]
            )
        ),
        HiringSite(
            name: "ashby",
            title: "Ashby",
            hosts: ["ashbyhq.com"],
            marks: [
                ".ashby-application-form-container", "#ashby_embed", "[id^='_systemfield_']",
                "[class*='ashby-job-posting']",
            ],
            arrival: .seconds(10),
            confirms: Confirmation(
                phrases: ["your application was successfully submitted"]
            )
        ),
        HiringSite(
            name: "workable",
            title: "Workable",
            hosts: ["workable.com"],
            marks: ["[data-ui='application-form']", "form[data-ui='apply-form']", "[data-ui='apply-button']"],
            arrival: .seconds(10)
        ),
        HiringSite(
            name: "successfactors",
            title: "SuccessFactors",
            hosts: ["successfactors.com", "successfactors.eu", "sapsf.com", "sapsf.eu"],
            marks: [
                "#rcmJobApplyCtr", "[class*='rcmFormQuestion']", "[class*='RCMFormField']", "#careersite_applyButton",
            ],
            wantsAccount: true,
            arrival: .seconds(10)
        ),
        HiringSite(
            name: "teamtailor",
            title: "Teamtailor",
            hosts: ["teamtailor.com"],
            marks: [
                "form#job-application-form[action*='/applications']", "[data-controller*='careersite--form']",
                "meta[name='generator'][content*='Teamtailor' i]",
            ]
        ),
        HiringSite(
            name: "breezy",
            title: "Breezy HR",
            hosts: ["breezy.hr"],
            marks: [
                "body[class*='breezy-portal']", "form [name='cName'][ng-model]",
                "meta[property='og:url'][content*='breezy.hr']",
            ]
        ),
        HiringSite(
            name: "jobvite",
            title: "Jobvite",
            hosts: ["jobvite.com"],
            marks: [".jv-page-body", ".jv-apply-form", "form[name='jvform']", "[class*='jv-form-field']"],
            confirms: Confirmation(
                phrases: ["your application was sent", "you have applied for"]
            )
        ),
        HiringSite(
            name: "bamboohr",
            title: "BambooHR",
            hosts: ["bamboohr.com"],
            marks: ["#BambooHR-ATS", "form[action*='bamboohr']", "[class*='BambooHR']", "[class*='fab-FormField']"]
        ),
    ]
}
