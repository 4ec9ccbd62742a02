package dev.footfall.jobs.influx;

import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Turns the client's write request, which is of 2.x, into that of a server of 1.x: another address, and a user in place of a token.
 *
 * <p>To be added as a <i>network</i> interceptor: the client compresses by the address, which must still be its own then.
 *
 * @param settings database, retention policy and user
 * @param secret password of the user
 */
record WriteAddressOfV1(InfluxSettings settings, String secret) implements Interceptor {
    private static final String WRITE_OF_V2 = "/api/v2/write";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String path = request.url().encodedPath();
        if (!path.endsWith(WRITE_OF_V2)) {
            return chain.proceed(request);
        }
        HttpUrl.Builder url = request.url()
                .newBuilder()
                .encodedPath(path.substring(0, path.length() - WRITE_OF_V2.length()) + "/write")
                .query(null)
                .addQueryParameter("db", settings.database())
                .addQueryParameter("precision", "ms");
        if (settings.retentionPolicy() != null) {
            url.addQueryParameter("rp", settings.retentionPolicy());
        }
        Request.Builder rewritten = request.newBuilder().url(url.build()).removeHeader("Authorization");
        if (settings.user() != null) {
            rewritten.header("Authorization", Credentials.basic(settings.user(), secret));
        }
        return chain.proceed(rewritten.build());
    }
}
