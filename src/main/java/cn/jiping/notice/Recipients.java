package cn.jiping.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who a recipient is today, and where to reach them. */
interface Recipients {
    List<Addressee> of(Recipient recipient);

    /** The address for the channel, asked for at each attempt and kept nowhere else. */
    Optional<String> address(UUID owner, Channel channel);
}
