package cn.jiping.keys.web;

import cn.jiping.keys.PublicKeyView;
import cn.jiping.keys.Signatures;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public halves of the signing keys, for whoever wants to check a signature. */
@RestController
class PublicKeysController {
    private final Signatures signatures;

    PublicKeysController(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping("/keys/public")
    List<PublicKeyView> keys() {
        return signatures.publicKeys();
    }
}
