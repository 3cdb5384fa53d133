import Chromium
import GhostHands

/// What a person is told of a page besides its pictures.
enum LiveWords {
    /// Each thing by itself, so that only what has changed is said again.
    static func of(_ scene: LiveScene) -> [JSON] {
        [
            ["t": "status", "casting": .bool(scene.stillness == nil), "reason": .optional(scene.stillness?.rawValue)],
            [
                "t": "tabs", "shown": .string(scene.shown),
                "list": .array(
                    scene.tabs.map { tab in
                        let host = WebAddress(tab.address)?.host ?? ""
                        return ["id": .string(tab.id), "title": .string(tab.title), "host": .string(host)]
                    }
                ),
            ],
            ["t": "dialog", "dialog": scene.dialog.map(dialog) ?? .null],
            ["t": "picker", "picker": scene.picker.map(picker) ?? .null],
            [
                "t": "files",
                "files": scene.files.map { ["id": JSON($0.id), "several": .bool($0.takesSeveral)] } ?? .null,
            ],
            ["t": "focus", "focus": scene.focus.map(focus) ?? .null],
            ["t": "refused", "host": .string(scene.refusedHost), "count": JSON(scene.refusals)],
        ]
    }

    private static func dialog(_ dialog: LiveScene.Dialog) -> JSON {
        [
            "id": JSON(dialog.id), "kind": .string(dialog.kind), "message": .string(dialog.message),
            "proposed": .string(dialog.proposed),
        ]
    }

    private static func picker(_ picker: LiveScene.Picker) -> JSON {
        [
            "id": JSON(picker.id), "kind": .string(picker.kind), "label": .string(picker.label),
            "value": .string(picker.value), "min": .optional(picker.min), "max": .optional(picker.max),
            "step": .optional(picker.step),
            "options": .array(
                picker.options.map { option in
                    [
                        "text": .string(option.text), "group": .optional(option.group), "off": .bool(option.off),
                        "on": .bool(option.on),
                    ]
                }
            ),
        ]
    }

    private static func focus(_ focus: LiveScene.Focus) -> JSON {
        [
            "editable": true, "mode": .string(focus.mode), "secret": .bool(focus.isSecret),
            "box": .array(focus.box.map(JSON.number)),
        ]
    }
}
