extension Classifier {
    /// Which document an upload is for.
    static func document(_ field: Field) -> Asked {
        let text = [field.label, field.name, field.id, field.section ?? ""].map(Words.init)
        if text[0].mentions(pictures) { return .otherDocument }
        // "CV" is one under whatever heading: "Planner (maternity cover)".
        let isResume = text[0].mentions(resumes) && !text[0].mentions(letters)
        if !isResume, text.contains(where: { $0.mentions(letters) }) { return .coverLetter }
        // "Further documents (CV, certificates)" takes what else there is.
        let isFurther = text[0].containsAny(["weitere", "additional", "other", "autres", "otros", "further"])
        if !isFurther, text.contains(where: { $0.mentions(resumes) }) { return .resume }
        // A sentence tells what else is to be uploaded.
        return text[0].list.count > 8 && !isFurther ? .question : .otherDocument
    }

    private static let resumes = Mentions(
        words: Words.phrases(
            """
            resume, cv, lebenslauf, curriculum, currículo, životopis, życiorys, özgeçmiş, ansioluettelo, önéletrajz, резюме, \
            السيرة الذاتية, سيرة ذاتية, meritförteckning, βιογραφικό, βιογραφικό σημείωμα, קורות חיים, sơ yếu lý lịch, riwayat hidup
            """
        ),
        roots: ["履歴書", "简历", "履历", "簡歷", "履歷", "이력서"]
    )

    /// "上传简历照片" wants a face.
    private static let pictures = Mentions(roots: ["照片", "写真", "사진", "相片"])

    private static let letters = Mentions(
        words: Words.phrases(
            """
            cover, anschreiben, motivationsschreiben, bewerbungsschreiben, lettre de motivation, letter of motivation, \
            motivation letter, carta de presentación, carta de motivación, carta de apresentação, carta de motivação, \
            motivatiebrief, lettera di presentazione, lettera motivazionale, lettera di motivazione, personligt brev, \
            ansökningsbrev, søknadsbrev, motivationsbrev, ansøgning, hakemuskirje, list motywacyjny, motivační dopis, ön yazı, \
            niyet mektubu, motivasyon mektubu, сопроводительное письмо, мотивационное письмо, супровідний лист, мотиваційний лист, \
            motivációs levél, kísérőlevél, scrisoare de intenție, scrisoare de motivație, خطاب تقديم, رسالة تغطية, خطاب التقديم
            """
        ),
        roots: ["求职信", "求職信", "자기소개서", "カバーレター"]
    )
}
