package cn.jiping.person;

import java.util.List;

/** A number as it is stored: encrypted, masked, and findable under every look-up key in use. */
record SealedNumber(
        Ciphertext encrypted, String masked, String fingerprint, List<String> findableAs) {
    SealedNumber {
        findableAs = List.copyOf(findableAs);
    }
}
