// The constants of modules of the command, which macros/minutes/page_script.py makes modules of. The bundler refuses a name that is not there.
declare module "python:*";
