package cn.jiping.notice;

import cn.jiping.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a recipient is today, and where to reach them. */
interface Recipients {
    List<Addressee> of(Recipient recipient);

    /** The same for persons, several at once. */
    Map<PersonId, List<Addressee>> of(Collection<PersonId> persons);

    /**
     * Where messages to them go, asked for at each attempt and kept nowhere else; who can be
     * reached nowhere is missing.
     */
    Map<UUID, Reach> reach(Collection<UUID> owners);

    /** The addresses of one owner. */
    record Reach(@Nullable String phone, @Nullable String email) {
        Optional<String> by(Channel channel) {
            return Optional.ofNullable(
                    switch (channel) {
                        case EMAIL -> email;
                        case SMS -> phone;
                    });
        }
    }
}
