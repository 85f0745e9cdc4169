package cn.jiping.notice;

import cn.jiping.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who a recipient is today, and where to reach them. */
interface Recipients {
    List<Addressee> of(Recipient recipient);

    /** The same for persons, several at once. */
    Map<PersonId, List<Addressee>> of(Collection<PersonId> persons);

    /** The address for the channel, asked for at each attempt and kept nowhere else. */
    Optional<String> address(UUID owner, Channel channel);
}
