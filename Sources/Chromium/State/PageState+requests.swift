extension PageState {
    mutating func applyRequest(_ event: PageEvent) -> Action? {
        switch event {
        case .requestSent(let sent):
            return begin(sent)
        case .responseReceived(let received):
            return answer(received)
        case .dataReceived(let brought):
            requests.bring(brought.requestId)
        case .requestFinished(let ended), .requestFailed(let ended):
            if let entry = requests.end(ended.requestId) { history.add(.finished(entry)) }
        default:
            break
        }
        return nil
    }

    private mutating func begin(_ sent: RequestSent) -> Action? {
        let kind = sent.type ?? "Other"
        var action: Action?
        if let redirect = sent.redirectResponse, var entry = requests.end(sent.requestId) {
            entry.status = redirect.status
            history.add(.finished(entry))
            action = judgement(of: redirect, kind: kind)
        }
        let start = history.next()
        let entry = RequestLog.Entry(
            url: sent.request.url,
            method: sent.request.method,
            kind: kind,
            start: start,
            body: sent.request.body
        )
        requests.begin(sent.requestId, entry)
        if entry.isDocument, sent.frameId == mainFrame { main.pending = .started }
        return action
    }

    private mutating func answer(_ received: ResponseReceived) -> Action? {
        requests.answer(received.requestId, status: received.response.status)
        if received.type == "Document", received.frameId == mainFrame {
            main.answer(received)
        }
        return judgement(of: received.response, kind: received.type)
    }

    private func judgement(of response: Response, kind: String) -> Action? {
        guard kind == "Document", let address = response.remoteIPAddress, !address.isEmpty else { return nil }
        // Those of IPv6 come in brackets.
        return .judge(address: address.filter { !"[]".contains($0) })
    }
}
