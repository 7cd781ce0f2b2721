package io.tripline.console.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** For requests that Tomcat refuses before any servlet sees them, such as a broken address. Tomcat makes it by name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemWriter.write(
                    ErrorPage.ofStatus(response.getStatus()), String.valueOf(request.getRequestURI()), response);
            response.finishResponse();
        } catch (IOException e) {
            getContainer().getLogger().debug("the client has gone", e);
        }
    }
}
