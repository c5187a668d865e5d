# cpack: a .deb for the distribution that it is built on, and a tarball that runs where it is
# unpacked. `cpack --config build/release/CPackConfig.cmake` makes both.
set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_NAME claudestep)
set(CPACK_PACKAGE_VENDOR "The claudestep authors")
set(CPACK_PACKAGE_CONTACT "The claudestep authors <maintainers@claudestep.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tasks, pull requests and AI costs, kept on a git branch")
set(CPACK_PACKAGE_DESCRIPTION
"A list of tasks is worked through one pull request at a time: an AI writes
each change, a person reviews and merges it, the next task starts. This
program remembers what is done, what is next, who reviewed it and what it
cost, as one JSON file a project on a branch of the repository itself.")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/package_debian.cmake")
set(CPACK_CLAUDESTEP_PACKAGING "${PROJECT_SOURCE_DIR}/packaging")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION vcs)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS man-db)
include(CPack)
