/// Languages that are written without spaces, or whose words change with what follows: their sentences are cut into known
/// phrases, the longest first, and one with anything else in it is not read.
extension Phrasebook {
    /// Whether a text is written in one of them.
    static func isEastAsian(_ text: String) -> Bool { text.unicodeScalars.contains(where: Tongue.isWrittenTogether) }

    /// The sentence in English; nil where it has a word that no book knows, or is written in other letters.
    static func readEastAsian(_ tokens: [Sentence.Token]) -> (tokens: [Sentence.Token], book: Phrasebook)? {
        let text = written(tokens.map(\.word))
        guard isEastAsian(text) else { return nil }
        let isKorean = text.unicodeScalars.contains { 0xAC00...0xD7AF ~= $0.value }
        let isJapanese = text.unicodeScalars.contains { 0x3040...0x30FF ~= $0.value }
        let book = isKorean ? korean : isJapanese ? japanese : chinese
        return book.cut(text).map { words in
            (words.map { Sentence.Token(word: $0, isName: false, followsComma: false) }, book)
        }
    }

    /// The words in one piece, with a space between two that are of other letters.
    private static func written(_ words: [String]) -> String {
        words.reduce(into: "") { text, word in
            let isApart = text.last.map { !isEastAsian(String($0)) } ?? false
            text += isApart && !isEastAsian(word) ? " " + word : word
        }
    }

    /// - Returns: the English of each phrase, and words of other letters as they are; nil where something is not known.
    private func cut(_ text: String) -> [String]? {
        let letters = text.map(String.init)
        var words: [String] = []
        var index = 0
        while index < letters.count {
            if let found = phrase(at: index, letters) {
                words += found.english
                index += found.words.count
                continue
            }
            let other = letters[index...].prefix { !Self.isEastAsian($0) }
            guard !other.isEmpty else { return nil }
            words += Words(other.joined()).list
            index += other.count
        }
        return words
    }

    static let chinese = Phrasebook(
        yes: "是",
        no: "否",
        isCut: true,
        """
        do you = 您是否 | 你是否 | 是否 | 吗 | 么
        do you have = 您是否有 | 你是否有 | 是否有 | 您是否持有 | 是否持有 | 您有没有 | 有没有 | 您有 | 是否具备
        are you willing = 您是否愿意 | 你是否愿意 | 是否愿意 | 您愿意 | 能否接受 | 是否能接受 | 是否接受 | 您是否接受 | 是否可以接受 | 您能接受
        can you = 您能否 | 能否 | 您可以 | 是否可以 | 您是否能够 | 是否能够 | 是否能
        do you need = 您是否需要 | 是否需要 | 您需要
        do you live = 您是否居住在 | 您目前居住在 | 您居住在 | 您现居 | 您住在
        relocate = 搬到其他城市 | 搬到其它城市 | 搬迁 | 迁居 | 搬家 | 异地工作 | 搬到工作所在城市
        travel = 出差 | 偶尔出差 | 短期出差 | 因公出差
        now or future = 现在或将来 | 目前或将来 | 现在或未来 | 目前或未来
        sponsorship = 签证担保 | 工作签证担保 | 签证赞助 | 签证支持 | 雇主担保 | 公司担保签证 | 雇主提供签证担保 | 公司提供签证担保
        authorized to work = 合法工作 | 合法就业 | 合法工作的资格 | 合法工作权 | 工作许可 | 合法工作许可
        usa = 美国
        china = 中国
        family = 亲属 | 亲戚 | 家属 | 家人 | 亲友 | 朋友 | 亲属或朋友 | 亲戚或朋友 | 亲戚朋友
        work here = 在本公司任职 | 在本公司工作 | 在我司工作 | 在我司任职 | 在我公司任职 | 在我公司工作 | 在公司任职 | 在公司工作 | 任职于本公司 | 就职于本公司
        worked for us before = 曾在本公司工作 | 曾在本公司任职 | 曾经在本公司工作 | 曾经在本公司任职 | 曾任职于本公司 | 曾就职于本公司 \
        | 之前在本公司工作过 | 以前在本公司工作过 | 曾在我司工作 | 曾在我司任职 | 曾在我公司工作 | 曾在我公司任职 | 在本公司工作过 | 在我司工作过 | 曾在公司工作
        non compete = 竞业限制 | 竞业限制协议 | 竞业协议 | 竞业禁止 | 竞业禁止协议 | 竞业限制条款
        bound = 签有 | 签署 | 签署过 | 签订 | 受 | 约束
        employer = 原单位 | 前雇主 | 前公司 | 现单位 | 原公司
        how = 从哪个渠道 | 通过哪个渠道 | 通过什么渠道 | 从什么渠道 | 从何处 | 从哪里 | 如何 | 怎么 | 怎样 | 通过何种渠道 | 通过何种途径
        did you hear = 了解到 | 得知 | 知道 | 获知 | 获悉 | 看到 | 听说 | 了解
        job = 该职位 | 这个职位 | 本职位 | 此职位 | 职位 | 岗位 | 该岗位 | 这个岗位 | 招聘信息 | 这份工作 | 该工作 | 此岗位 | 本岗位
        drivers license = 驾照 | 驾驶证 | 有效驾照 | 有效驾驶证
        convicted of a crime = 犯罪记录 | 有过犯罪记录 | 受过刑事处罚 | 刑事犯罪记录 | 被判有罪
        background check = 背景调查 | 进行背景调查 | 接受背景调查
        agree = 同意 | 接受
        are you at least 18 years old = 年满18周岁 | 年满18岁 | 已满18周岁 | 已满18岁 | 满18周岁
        earliest start date = 最早可到岗时间 | 最快到岗时间 | 最早到岗时间 | 最早入职时间 | 最快入职时间 | 最早可入职时间 | 到岗时间 | 入职时间 | 可到岗时间 \
        | 可入职时间 | 到岗日期 | 入职日期 | 可到岗日期 | 预计到岗时间 | 预计入职时间 | 可入职日期 | 最早可到岗日期 | 最早入职日期
        when can you start = 何时可以到岗 | 何时能到岗 | 什么时候可以到岗 | 何时可以入职 | 什么时候可以入职 | 什么时候能到岗 | 最快何时到岗 | 最快多久能到岗 | 最快什么时候可以入职
        notice period = 离职通知期 | 通知期
        highest degree = 最高学历 | 您的最高学历
        3 days week office = 每周三天到办公室办公 | 每周到办公室三天 | 每周到岗三天 | 每周三天到办公室 | 每周来公司三天
        referred by an employee = 由员工推荐 | 由内部员工推荐 | 经员工内推 | 由本公司员工推荐
        - = 您 | 你 | 的 | 了 | 在 | 为 | 请问 | 请 | 与 | 和 | 及 | 过 | 是 | 有 | 到 | 于 | 因 | 而 | 我们 | 公司 | 本 | 任何 | 从 | 工作
        """
    )

    static let japanese = Phrasebook(
        yes: "はい",
        no: "いいえ",
        isCut: true,
        """
        currently = 現在 | 今
        usa = アメリカ | 米国 | アメリカ合衆国
        japan = 日本 | 日本国内
        which country do you live in = 現在お住まいの国を選択してください | お住まいの国を選択してください | 現在お住まいの国はどこですか | お住まいの国はどこですか
        do you live = お住まいですか | に住んでいますか | にお住まいですか | 在住ですか | に在住していますか | に居住していますか
        now or future = 現在または将来 | 今または将来 | 現在もしくは将来 | 今後
        sponsorship = ビザのスポンサー | 就労ビザのスポンサー | ビザスポンサーシップ | ビザサポート | ビザのサポート | スポンサー | スポンサーシップ | 就労ビザのサポート
        do you need = が必要ですか | は必要ですか | を必要としますか | 必要ですか
        authorized to work = 就労資格 | 働く資格 | 就労許可 | 合法的に働く資格 | 就労する資格
        previously = 以前 | 過去に | これまでに | かつて
        have you worked for us = 当社で勤務されたことはありますか | 当社で働いたことはありますか | 当社に勤務したことはありますか | 当社で勤務したことがありますか \
        | 弊社で勤務されたことはありますか | 弊社で働いたことはありますか | 弊社に勤務したことはありますか | 当社に在籍したことはありますか | 弊社に在籍したことはありますか \
        | 当社で働いたことがありますか | 弊社で働いたことがありますか | 当社での勤務経験はありますか | 弊社での勤務経験はありますか
        job = この求人 | この仕事 | この募集 | このポジション | 本求人 | 当社の求人 | この職種 | この求人情報
        how = どこで | どのように | どちらで | 何で | どうやって
        did you hear = 知りましたか | お知りになりましたか | 知りましたでしょうか
        relocate = 転居 | 引っ越し | 引越し | 転居を伴う勤務
        travel = 出張
        are you willing = は可能ですか | が可能ですか | 可能ですか | することは可能ですか | できますか | していただけますか | 対応可能ですか
        family = ご家族 | 家族 | 親族 | ご親族 | 友人 | 知人 | ご家族や友人 | 親族や友人
        work here = 当社で働いている | 当社に勤務している | 当社に在籍している | 弊社で働いている | 弊社に勤務している | 当社で働く | 当社に勤務する
        do you have = いますか | いらっしゃいますか | をお持ちですか | を持っていますか | お持ちですか | はありますか | がありますか | を保有していますか
        drivers license = 運転免許 | 運転免許証 | 普通自動車免許 | 普通自動車運転免許
        are you at least 18 years old = 18歳以上ですか | 満18歳以上ですか
        non compete = 競業避止義務 | 競業避止契約 | 競業避止
        convicted of a crime = 犯罪歴 | 前科 | 有罪判決を受けたこと
        background check = バックグラウンドチェック | 身元調査 | 経歴調査
        do you agree = に同意しますか | に同意いただけますか | に同意されますか
        earliest start date = 入社可能日 | 最短入社可能日 | 入社可能時期 | 就業開始可能日 | 勤務開始可能日 | 入社希望日
        when can you start = いつから勤務可能ですか | いつから働けますか | いつ入社可能ですか | いつから入社可能ですか | 最短でいつ入社できますか
        highest degree = 最終学歴
        notice period = 退職予告期間
        occasionally = 時々 | たまに
        3 days week office = 週3日出社 | 週3日の出社 | 週3日オフィスに出社 | 週3日オフィスへの出社
        - = を | に | は | が | の | で | と | も | へ | あなた | ため | 業務上 | 必要に応じて | 有効な | この | 当社 | 弊社 | ください
        """
    )

    static let korean = Phrasebook(
        yes: "예",
        no: "아니오",
        isCut: true,
        """
        currently = 현재 | 지금
        usa = 미국
        korea = 한국 | 대한민국
        do you live = 거주하고 계십니까 | 거주하십니까 | 거주 중입니까 | 거주하고 있습니까 | 거주하고 계신가요 | 거주하시나요
        now or future = 현재 또는 향후 | 현재 또는 미래에 | 현재 혹은 향후 | 지금 또는 앞으로
        sponsorship = 비자 스폰서십 | 비자 스폰서 | 비자 지원 | 취업비자 스폰서십 | 취업 비자 스폰서 | 스폰서십 | 비자 스폰서쉽
        do you need = 필요하십니까 | 필요합니까 | 필요하신가요 | 필요한가요
        authorized to work = 합법적으로 근무할 수 있는 | 합법적으로 일할 수 있는 | 취업 자격 | 근무할 자격 | 취업 허가 | 합법적으로 근무
        occasionally = 가끔
        travel = 출장
        are you able = 가실 수 있습니까 | 갈 수 있습니까 | 가능하십니까 | 가능합니까 | 가능하신가요 | 하실 수 있습니까 | 할 수 있습니까 | 가실 수 있나요 | 가능한가요
        are you willing = 의향이 있습니까 | 의향이 있으십니까 | 의향이 있으신가요 | 할 의향이 있습니까 | 하실 의향이 있습니까 | 할 의향이 있으신가요
        3 days week = 주 3일 | 주3일 | 일주일에 3일 | 주 3회
        office = 사무실 | 오피스
        can you commute = 통근하실 수 있습니까 | 출근하실 수 있습니까 | 출근할 수 있습니까 | 출근 가능하십니까 | 출근 가능합니까 | 출근하실 수 있나요 | 통근 가능합니까
        have you worked for us previously = 당사에서 근무한 적이 있습니까 | 저희 회사에서 근무한 적이 있습니까 | 당사에서 근무하신 적이 있습니까 \
        | 당사에 근무한 적이 있습니까 | 당사에서 일한 적이 있습니까 | 저희 회사에서 일한 적이 있습니까 | 당사에 재직한 적이 있습니까 | 저희 회사에서 근무하신 적이 있나요 \
        | 당사에서 근무하신 적이 있나요 | 우리 회사에서 근무한 적이 있습니까
        previously = 이전에 | 과거에 | 예전에
        family = 친척 | 가족 | 지인 | 친구 | 친척이나 지인 | 가족이나 친척 | 가족 또는 친척 | 친인척
        work here = 당사에 재직 중인 | 당사에서 근무하는 | 당사에 근무하는 | 당사에 근무 중인 | 당사에서 근무 중인 | 저희 회사에 재직 중인 | 저희 회사에서 일하는
        do you have = 있습니까 | 있으신가요 | 있으십니까 | 있나요 | 가지고 계십니까 | 보유하고 계십니까 | 소지하고 계십니까
        drivers license = 운전면허 | 운전면허증
        relocate = 이사 | 이주 | 거주지 이전
        non compete = 경업금지 | 경업금지 약정 | 경업금지 의무 | 경쟁금지 계약
        convicted of a crime = 범죄 경력 | 전과 | 유죄 판결
        background check = 신원 조회 | 평판 조회 | 백그라운드 체크 | 신원조회
        do you agree = 동의하십니까 | 동의합니까 | 동의하시나요
        are you at least 18 years old = 만 18세 이상입니까 | 만 18세 이상이십니까 | 18세 이상입니까
        highest degree = 최종 학력 | 최종학력 | 최종 학력을 선택해 주세요 | 최종 학력을 선택해주세요 | 최종학력을 선택해주세요
        earliest start date = 입사 가능일 | 입사 가능 일자 | 입사가능일 | 입사 가능 날짜 | 근무 시작 가능일 | 출근 가능일 | 입사 가능 시기 | 입사 희망일
        when can you start = 언제 입사 가능하십니까 | 언제부터 근무 가능하십니까 | 언제부터 근무가 가능하신가요 | 언제 입사 가능하신가요 | 입사는 언제부터 가능하신가요
        how = 어떻게 | 어떤 경로로 | 어디에서 | 어디서 | 어떤 경로를 통해
        did you hear = 알게 되셨습니까 | 알게 되셨나요 | 알게 되었습니까 | 알게 되셨는지 | 접하셨습니까 | 접하게 되셨나요
        job = 채용 공고 | 채용공고 | 이 포지션 | 이 직무 | 본 공고 | 해당 포지션 | 이 채용 공고 | 이번 채용 | 저희 회사 | 당사
        - = 을 | 를 | 이 | 가 | 은 | 는 | 에 | 에서 | 의 | 로 | 으로 | 도 | 과 | 와 | 업무상 | 귀하 | 귀하는 | 본인 | 본인은 | 유효한 | 위해 | 알려 주세요 | 입력해 주세요 | 선택해 주세요
        """
    )
}
