package org.rollscope.access;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A private key and the certificate of its public half.
 *
 * @param key private.
 * @param certificate public.
 */
record KeyPairWithCertificate(PrivateKey key, X509Certificate certificate) {
    /** Never the key. */
    @Override
    public String toString() {
        return "key of " + certificate.getSubjectX500Principal();
    }
}
