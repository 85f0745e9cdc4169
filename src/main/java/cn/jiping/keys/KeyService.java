package cn.jiping.keys;

import java.util.Optional;
import java.util.UUID;

/**
 * 密钥服务: holds the master keys and never gives them out; the working keys in the database are
 * wrapped by it. The default keeps them in a file; another, such as a hardware module, is a bean of
 * this type with {@code jiping.keys.service} set to anything but {@code file}.
 */
public interface KeyService {
    /**
     * The installation whose master keys these are; empty if there are none yet.
     *
     * @throws KeysUnavailable if they are there but cannot be used
     */
    Optional<UUID> installation();

    /**
     * Makes the first master key unless there is one; returns the installation it belongs to.
     *
     * @throws KeysUnavailable if that cannot be done
     */
    UUID establish();

    /** The id of the master key that wraps from now on. */
    String currentMasterKey();

    /** Adds a master key, makes it current and returns its id; the ones before still unwrap. */
    String rotate();

    /** Wraps key material under the master key; it unwraps under the same context only. */
    byte[] wrap(String masterKey, byte[] material, String context);

    /**
     * @throws KeysUnavailable if the master key is not here, or did not wrap this under this
     *     context
     */
    byte[] unwrap(String masterKey, byte[] wrapped, String context);
}
