package cn.jiping.person;

import cn.jiping.shared.IdentityDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 明文: numbers in full, by the id of their entry; given out only against a reason. */
public record Unmasked(Map<UUID, IdentityDocument> documents, Map<UUID, String> contacts) {
    public Unmasked {
        documents = Map.copyOf(documents);
        contacts = Map.copyOf(contacts);
    }

    /** Never the contents. */
    @Override
    public String toString() {
        return "Unmasked " + List.copyOf(documents.keySet());
    }
}
