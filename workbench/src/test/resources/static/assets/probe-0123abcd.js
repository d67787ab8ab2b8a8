// a file for the test of cache headers
