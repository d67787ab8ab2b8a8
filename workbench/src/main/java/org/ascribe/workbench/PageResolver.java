package org.ascribe.workbench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Finds the files of the page. A path that is no file, such as /incidents/I-17, is a place on the page and gives the page
 * itself; under /api, and for names with an extension, it gives nothing.
 */
final class PageResolver extends PathResourceResolver {

    private static final String PAGE = "index.html";
    private static final Resource NOT_BUILT = new ClassPathResource("/org/ascribe/workbench/page-not-built.html");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null) {
            return file;
        }
        boolean place =
                !path.equals("api") && !path.startsWith("api/") && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        if (!place && !path.equals(PAGE)) {
            return null;
        }
        Resource page = super.getResource(PAGE, location);
        return page != null ? page : NOT_BUILT;
    }
}
