package cn.jiping.person;

import cn.jiping.shared.InvalidInput;
import org.springframework.stereotype.Component;

/**
 * 填写要求: what a form may ask before anything is recorded, so that it can name every fault at once.
 * Each check throws {@link InvalidInput}.
 */
@Component
public class PersonTexts {
    private final PersonSettings settings;

    PersonTexts(PersonSettings settings) {
        this.settings = settings;
    }

    public void requireName(String name) {
        PersonNames.checked(name);
    }

    public void requireProof(String proof) {
        Reasons.text("proof", proof, 1);
    }

    public void requireReason(String reason) {
        Reasons.checked(reason, settings.shortestReason());
    }
}
