package cn.jiping.file;

import cn.jiping.keys.EncryptedColumn;
import cn.jiping.keys.Vault;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * 文件密钥: each personal file has a key of its own, encrypted by the vault. A rotation encrypts these
 * keys anew; the contents stay as they are.
 */
@Component
class FileKeys implements EncryptedColumn {
    private static final String NAME = "file.file.sealed_key";

    private final Vault vault;
    private final FileStore store;

    FileKeys(Vault vault, FileStore store) {
        this.vault = vault;
        this.store = store;
    }

    byte[] seal(FileId file, byte[] key) {
        return vault.encrypt(Base64.getEncoder().encodeToString(key), context(file));
    }

    byte[] open(FileId file, byte[] sealed) {
        return Base64.getDecoder().decode(vault.decrypt(sealed, context(file)));
    }

    private static String context(FileId file) {
        return NAME + ":" + file;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int reencrypt(int atMost) {
        return (int)
                store.loadKeysNotUnder(vault.currentPrefix(), atMost).stream()
                        .filter(this::reseal)
                        .count();
    }

    private boolean reseal(StoredFile file) {
        return file.sealedKey()
                .map(sealed ->
                        store.reseal(file.id(), sealed, seal(file.id(), open(file.id(), sealed))))
                .orElse(false);
    }

    @Override
    public long remaining() {
        return store.countedKeysNotUnder(vault.currentPrefix());
    }
}
